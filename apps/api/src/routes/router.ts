import { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '@counterclaim/store';
import type { ColumnAnswers } from '../counts/column-answers.ts';
import type { Documents } from '../documents/documents.ts';
import type { Environment } from '../http/environment.ts';
import { parameterErrors } from '../http/parameter-errors.ts';
import { refusedParameters } from '../http/problem.ts';
import type { Releases } from '../releases.ts';

/** What the routes stand on. */
export interface Foundation {
  readonly store: Store;
  readonly columns: ColumnAnswers;
  readonly build: string;
  readonly releases: Releases;
  /** The texts that the operator holds, if any. */
  readonly documents?: Documents | undefined;
}

/** A router whose parameters are refused as problems, each named. */
export const newRouter = (): OpenAPIHono<Environment> =>
  new OpenAPIHono<Environment>({
    defaultHook: (result) => {
      if (!result.success) throw refusedParameters(parameterErrors(result.error));
    },
  });
