import { RULES } from '@counterclaim/domain';
import methodology from '../../../../../docs/methodology.md';

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

export const load = () => ({ methodology, rules: Object.entries(RULES) });
