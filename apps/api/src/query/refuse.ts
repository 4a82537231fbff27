import { z } from 'zod';

/** Ends the reading of a parameter with what is wrong with it and the remedy. For transforms. */
export function refuse(context: z.RefinementCtx, detail: string): never {
  context.addIssue({ code: 'custom', message: detail });
  return z.NEVER;
}
