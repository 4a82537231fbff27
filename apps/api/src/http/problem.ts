import type { Redirect } from '@counterclaim/domain';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ALLOWED_METHODS } from './headers.ts';
import { type ParameterError, type ProblemDocument, type ProblemName, PROBLEMS, problemType } from './problem-types.ts';

interface ProblemOptions extends ErrorOptions {
  readonly errors?: readonly ParameterError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirect?: Redirect;
}

/** An answer that is an error: thrown anywhere below the app, written as RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly problem: ProblemName;
  readonly errors: readonly ParameterError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: Redirect | undefined;

  /** @param detail what was wrong with this very request, and the remedy; shown to the client */
  constructor(
    problem: ProblemName,
    detail: string,
    { errors = [], headers = {}, redirect, ...options }: ProblemOptions = {},
  ) {
    super(detail, options);
    this.problem = problem;
    this.errors = errors;
    this.headers = headers;
    this.redirect = redirect;
  }

  get status(): ContentfulStatusCode {
    return PROBLEMS[this.problem].status;
  }

  toDocument(requestId: string): ProblemDocument {
    return {
      type: problemType(this.problem),
      title: PROBLEMS[this.problem].title,
      status: this.status,
      detail: this.message,
      requestId,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
      ...(this.redirect === undefined ? {} : { redirect: this.redirect }),
    };
  }
}

/** A method other than those that every address has. */
export const methodNotAllowed = (method: string): Problem =>
  new Problem('method-not-allowed', `${method} is not allowed here: read with GET or HEAD.`, {
    headers: { allow: ALLOWED_METHODS },
  });

/** Parameters that were refused, in one problem. */
export function refusedParameters(errors: readonly ParameterError[]): Problem {
  return new Problem('invalid-parameter', errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('. '), {
    errors,
  });
}

/** A record that does not exist, and to which no redirect leads. The id comes from the client and is only ever quoted. */
export function unknownId(parameter: string, what: string, id: string): Problem {
  const quoted = JSON.stringify(id.length > 130 ? `${id.slice(0, 130)}…` : id);
  const detail = `No ${what} has the id ${quoted}, nor ever had. Check the spelling.`;
  return new Problem('not-found', detail, { errors: [{ parameter, detail }] });
}
