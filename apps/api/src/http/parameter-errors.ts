import type { z } from 'zod';
import type { ParameterError } from './problem-types.ts';

/** What is wrong with each parameter of a query that its schema refused. */
export function parameterErrors(error: z.core.$ZodError): ParameterError[] {
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
