import { slugSchema } from '@counterclaim/domain';
import { z } from 'zod';

export const dataset = slugSchema.meta({
  description: 'The collection that the record belongs to; `curated` for this project’s own.',
  examples: ['curated'],
});

export const cursor = z.string().meta({
  description: 'Give it back as `cursor`, with the same filters, for the next page. Absent on the last page.',
});

/** A page of a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), cursor: cursor.optional() });
