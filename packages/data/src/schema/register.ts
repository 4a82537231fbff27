import { assertionsFileSchema } from './assertions-file.ts';
import { exceptionsFileSchema } from './exceptions-file.ts';
import { redirectsFileSchema } from './redirects-file.ts';

/**
 * The schema of each file that stands beside the folders of records, by its name without `.yml`. None of them must
 * be there.
 */
export const registerSchemas = {
  redirects: redirectsFileSchema,
  assertions: assertionsFileSchema,
  exceptions: exceptionsFileSchema,
} as const;

/** A file about all records rather than one. */
export type Register = keyof typeof registerSchemas;
