import { redirectSchema } from '@counterclaim/domain';
import { z } from 'zod';

/** `records/redirects.yml`: where ids lead that no record bears any more. Kept for good. */
export const redirectsFileSchema = z.strictObject({ redirects: z.array(redirectSchema) });

export type RedirectsFile = z.infer<typeof redirectsFileSchema>;
