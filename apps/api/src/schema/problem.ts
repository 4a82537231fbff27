import { redirectSchema } from '@counterclaim/domain';
import { z } from 'zod';
import { type ProblemDocument, PROBLEMS, type ProblemName, problemType } from '../http/problem-types.ts';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

const parameterError = component(
  'ParameterError',
  'What is wrong with one parameter.',
  z.strictObject({ parameter: z.string(), detail: z.string() }),
);

const redirect = component(
  'Redirect',
  'That a record was renamed, or merged into another: its old address leads to the new one.',
  redirectSchema,
);

export const problem = component(
  'Problem',
  'An error as RFC 9457 writes it.',
  z.strictObject({
    type: z.string().meta({
      description: `Stable; resolves to where the problem is explained. One of ${Object.keys(PROBLEMS)
        .map((name) => `\`${problemType(name as ProblemName)}\``)
        .join(', ')}.`,
      examples: [problemType('invalid-parameter')],
    }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What was wrong with this very request, and the remedy.' }),
    requestId: z.string().optional().meta({ description: 'Finds the request in the server’s log.' }),
    errors: z.array(parameterError).optional(),
    redirect: redirect
      .optional()
      .meta({ description: 'Of a record that has another id now: which one, since when and why.' }),
  }),
);
ensureSame<Same<z.output<typeof problem>, ProblemDocument>>();

/** What the API's description says of an answer that is still the same. */
export const unchanged = {
  304: { description: 'Nothing has changed since the `ETag` that `If-None-Match` names.' },
} as Record<never, never>;

const location = {
  Location: { description: 'The same address, with the new id in place of the old one.', schema: { type: 'string' } },
};

/** What the API's description says of the problems that a route may answer with. */
export function problems<const Names extends readonly ProblemName[]>(...names: Names) {
  const all: readonly ProblemName[] = [
    ...names,
    'method-not-allowed',
    'not-acceptable',
    'content-too-large',
    'uri-too-long',
    'internal-error',
    'unavailable',
    'timeout',
  ];
  const statuses = [...new Set(all.map((name) => PROBLEMS[name].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: all
          .filter((name) => PROBLEMS[name].status === status)
          .map((name) => `${PROBLEMS[name].title} (\`${problemType(name)}\`).`)
          .join(' '),
        content: { 'application/problem+json': { schema: problem } },
        ...(status === PROBLEMS.moved.status ? { headers: location } : {}),
      },
    ]),
  ) as Record<never, never>;
}
