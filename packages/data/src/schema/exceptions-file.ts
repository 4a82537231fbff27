import { z } from 'zod';

/** What a record is called across kinds: `sources/<id>`, `claims/<source-id>/<slug>`, as in its address on the site. */
export const recordAddressSchema = z
  .string()
  .regex(/^(?:(?:actors|places|events|sources)|claims\/[a-z0-9]+(?:-[a-z0-9]+)*)\/[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const exceptionSchema = z.strictObject({
  rule: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .describe('The rule that the record breaks; only some may be broken.'),
  record: recordAddressSchema.describe('The record that breaks it: sources/<id>, claims/<source-id>/<slug>.'),
  reason: z.string().min(1).max(400).describe('Why it may, in our own words.'),
});

/** `records/exceptions.yml`: records that break a rule for a reason. The list may only shrink. */
export const exceptionsFileSchema = z.strictObject({
  exceptions: z.array(exceptionSchema).describe('Records that break a rule for a reason. The list may only shrink.'),
});

export type Exception = z.infer<typeof exceptionSchema>;
export type ExceptionsFile = z.infer<typeof exceptionsFileSchema>;
