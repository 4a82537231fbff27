import { ProblemError } from '@counterclaim/api/client';

/**
 * What the error page shows of an error: of the API's problems all that they say, of mistakes of ours nothing but the
 * request id. `undefined` leaves Kit's own words, as for an address that leads nowhere.
 */
export function failureOf(error: unknown, requestId?: string): Partial<App.Error> | undefined {
  if (error instanceof ProblemError) {
    const { problem } = error;
    return {
      // The API could not be reached at all.
      status: problem.status === 0 ? 503 : problem.status,
      message: problem.detail,
      requestId: problem.requestId ?? requestId,
      parameters: problem.errors,
    };
  }
  return requestId === undefined ? undefined : { requestId };
}
