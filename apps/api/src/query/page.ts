import { z } from 'zod';

const MAXIMUM_LIMIT = 100;
export const DEFAULT_LIMIT = 50;

const limit = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, {
    error: ({ input }) => `${JSON.stringify(input)} is no page size: write a whole number from 1 to ${MAXIMUM_LIMIT}`,
  })
  .transform(Number)
  .meta({
    description: 'Most items on a page.',
    type: 'integer',
    pattern: undefined,
    minimum: 1,
    maximum: MAXIMUM_LIMIT,
    default: DEFAULT_LIMIT,
  });

const cursor = z.string().min(1, { error: 'is empty: leave it out for the first page' }).max(1000).meta({
  description:
    'Where the page begins: the `cursor` of the page before, given back with the same filters and sort. It survives a new release of the data.',
});

/** Parameters of every list. */
export const pageParameters = { limit: limit.optional(), cursor: cursor.optional() };
