import type { Claim } from '@counterclaim/domain';

const slugOf = (id: Claim['id']): string => id.slice(id.indexOf('/') + 1);

/** Where a claim stands beside its document: the fragment of a link. */
export const claimAnchor = (id: Claim['id']): string => `claim-${slugOf(id)}`;

/**
 * Where a passage of a claim stands in the document: the fragment of a link. No slug holds a dot, so no two passages share one.
 *
 * @param index of the passage among the claim's, from 0
 */
export const passageAnchor = (id: Claim['id'], index: number): string =>
  `passage-${slugOf(id)}${index === 0 ? '' : `.${index + 1}`}`;
