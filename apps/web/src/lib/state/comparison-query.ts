import { keepAsOf } from './as-of.ts';

/** More events side by side than this, and nobody can read a row. */
export const MOST_COMPARED = 4;

/**
 * The events that an address asks to compare, in their order and as often as they stand there: `ids=a~b`, or as the boxes of a form write
 * it, `ids=a&ids=b`. Ids are not judged.
 */
export const idsIn = (parameters: Pick<URLSearchParams, 'getAll'>): readonly string[] =>
  parameters
    .getAll('ids')
    .flatMap((text) => text.split('~'))
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** The address that compares some events; without any, that of the page that explains how to choose. */
export const comparisonUrl = (ids: readonly string[], asOf?: string): string =>
  keepAsOf(ids.length === 0 ? '/compare' : `/compare?ids=${ids.map(encodeURIComponent).join('~')}`, asOf);
