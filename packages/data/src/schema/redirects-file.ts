import { redirectSchema } from '@counterclaim/domain';
import { z } from 'zod';

/** `records/redirects.yml`: where ids lead that no record bears any more. Kept for good. */
export const redirectsFileSchema = z.strictObject({
  redirects: z.array(redirectSchema).describe('Ids that no record bears any more. None is ever taken away.'),
});

export type RedirectsFile = z.infer<typeof redirectsFileSchema>;
