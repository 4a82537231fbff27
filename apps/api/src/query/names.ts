/** Names of the parameters of each list. The dashboard's URLs carry the same names. */
export const EVENT_FILTERS = [
  'q',
  'date',
  'place',
  'bbox',
  'actor',
  'claimant',
  'stance',
  'killed',
  'injured',
  'status',
  'agreement',
  'question',
  'kind',
  'dataset',
  'source',
  'asOf',
] as const;
export type EventFilterName = (typeof EVENT_FILTERS)[number];

export const SOURCE_FILTERS = ['q', 'publisher', 'wire', 'language', 'kind'] as const;
export type SourceFilterName = (typeof SOURCE_FILTERS)[number];

export const CLAIM_FILTERS = [
  'q',
  'event',
  'source',
  'actor',
  'claimant',
  'stance',
  'kind',
  'question',
  'dataset',
  'asOf',
] as const;
export type ClaimFilterName = (typeof CLAIM_FILTERS)[number];
