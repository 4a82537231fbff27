import { randomUUID } from 'node:crypto';

/** Letters, digits, dot, hyphen and underscore: nothing that could forge a line of a log or a header. */
const SAFE = /^[A-Za-z0-9._-]{1,64}$/;

/** The client's own id for its request, where it is harmless; else a new one. */
export const requestIdOf = (header: string | null): string =>
  header !== null && SAFE.test(header) ? header : randomUUID();
