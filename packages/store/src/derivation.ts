import { RULES } from '@counterclaim/domain';

/** Rises when this package derives something else from the same records: keys, words, pieces. */
const VERSION = 1;

/** Of which rules everything derived is made: when it changes, what a database holds is derived anew. */
export const DERIVATION = [
  `store ${VERSION}`,
  ...Object.entries(RULES).map(([rule, version]) => `${rule} ${version}`),
].join(', ');
