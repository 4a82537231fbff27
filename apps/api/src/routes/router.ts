import { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '@counterclaim/store';
import type { z } from 'zod';
import type { Documents } from '../documents/documents.ts';
import type { Environment } from '../http/environment.ts';
import { refusedParameters } from '../http/problem.ts';
import type { ParameterError } from '../http/problem-types.ts';
import type { Releases } from '../releases.ts';

/** What the routes stand on. */
export interface Foundation {
  readonly store: Store;
  readonly build: string;
  readonly releases: Releases;
  /** The texts that the operator holds, if any. */
  readonly documents?: Documents | undefined;
}

/** A router whose parameters are refused as problems, each named. */
export const newRouter = (): OpenAPIHono<Environment> =>
  new OpenAPIHono<Environment>({
    defaultHook: (result) => {
      if (!result.success) throw refusedParameters(errorsOf(result.error));
    },
  });

function errorsOf(error: z.core.$ZodError): ParameterError[] {
  return error.issues.flatMap((issue): ParameterError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((parameter) => ({
        parameter,
        detail: 'is not a parameter of this address: check its spelling, or leave it out',
      }));
    }
    const parameter = String(issue.path[0] ?? '');
    // Parameters come as strings, or as a list of strings where one is repeated.
    const isRepeated = issue.code === 'invalid_type' && issue.expected === 'string';
    return [{ parameter, detail: isRepeated ? 'is given twice: give it once, and join values with ~' : issue.message }];
  });
}
