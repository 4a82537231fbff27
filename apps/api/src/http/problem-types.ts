import type { Redirect } from '@counterclaim/domain';

/**
 * Every problem that the API answers with. Its `type` is `/api#problem-<name>`: a heading of the API's page, where it is
 * explained. Names are permanent.
 */
export const PROBLEMS = {
  moved: {
    status: 308,
    title: 'The record has another id now',
    meaning:
      'The record was renamed, or merged into another. The `Location` header leads to the same address with the new id; `redirect` says which one, since when and why. Most clients follow by themselves.',
  },
  'malformed-url': {
    status: 400,
    title: 'The address is malformed',
    meaning: 'The URL has a % that no two hexadecimal digits follow, or encodes bytes that are not UTF-8.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is wrong',
    meaning: 'A parameter is unknown, given twice, or has a value that cannot be read. `errors` names each one.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not valid here',
    meaning:
      'The cursor is damaged, or belongs to another list, other filters or another order. Ask for the first page again.',
  },
  'malformed-request': {
    status: 400,
    title: 'The request is malformed',
    meaning: 'What arrived is not well-formed HTTP.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'Nothing has this address or id.',
  },
  'text-not-held': {
    status: 404,
    title: 'The text is not held',
    meaning:
      'The source is known, but the operator of this service does not hold its text. The ledger itself holds none.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed',
    meaning: 'The API is read with GET and HEAD. The `Allow` header lists what this address accepts.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No such format',
    meaning: 'The address has none of the media types that the `Accept` header asks for.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long',
    meaning: 'The request did not arrive in time.',
  },
  'content-too-large': {
    status: 413,
    title: 'The request has a body that is too large',
    meaning: 'No request needs a body.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning: 'An address may have at most 8,192 bytes.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'The file has no such part',
    meaning: 'The `Range` header asks for bytes beyond the end of the file.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'Address and headers together may have at most 16 KiB.',
  },
  'internal-error': {
    status: 500,
    title: 'The server failed',
    meaning: 'A mistake of ours. The request id finds it in the server’s log.',
  },
  unavailable: {
    status: 503,
    title: 'The ledger cannot be read',
    meaning: 'The store does not answer. Try again later.',
  },
  'text-unreadable': {
    status: 503,
    title: 'The text cannot be read',
    meaning: 'The operator of this service has a file for the text, but it cannot be read or is not UTF-8.',
  },
  timeout: {
    status: 504,
    title: 'The answer took too long',
    meaning: 'The server gave up. Narrow the filters, or try again.',
  },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** What is wrong with one parameter. */
export interface ParameterError {
  readonly parameter: string;
  readonly detail: string;
}

/** An error as RFC 9457 writes it. */
export interface ProblemDocument {
  /** `/api#problem-<name>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What was wrong with this very request, and the remedy. */
  readonly detail: string;
  readonly requestId?: string;
  readonly errors?: readonly ParameterError[];
  /** Of a record that has another id now: which one, since when and why. */
  readonly redirect?: Redirect;
}

/** The stable address that explains a problem. */
export const problemType = (name: ProblemName): string => `/api#problem-${name}`;
