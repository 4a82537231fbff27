import { StoreError, type StoreErrorCode } from '../store-error.ts';
import type { Address } from './address.ts';

/** SQLSTATE codes (https://www.postgresql.org/docs/current/errcodes-appendix.html), and the codes of Node's sockets. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What ends a connection, or keeps one from being made while the server starts or stops. */
const CUT = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_DESTROYED',
]);

/** What the driver says of a connection that ended under it; it has no codes of its own. */
const DRIVER_CUT = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/** Whether a connection broke: what was asked may be asked again on another. */
export function isCut(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return CUT.has(code) || code.startsWith('08');
  return error instanceof Error && DRIVER_CUT.test(error.message);
}

/** A replica gives up a read that holds back what it must replay (https://www.postgresql.org/docs/current/hot-standby.html). */
export const isRecoveryConflict = (error: unknown): boolean => codeOf(error) === '40001';

const one = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What went wrong, and what its owner can do, by the code of the error. */
function explanation(
  code: string | undefined,
  error: Error,
  { name, host, database, user }: Address,
): readonly [StoreErrorCode, string] | undefined {
  const said = one(error.message);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return [
        'unreachable',
        `No PostgreSQL server answers at ${host} (${code}): start it, or correct the address of the database.`,
      ];
    case '28P01':
    case '28000':
      return [
        'unreachable',
        `The server at ${host} does not let ${user} in (${said}): correct user and password in the address of the database, or pg_hba.conf there.`,
      ];
    case '3D000':
      return [
        'unreachable',
        `The server at ${host} has no database ${database}: create it (createdb --encoding=UTF8 ${database}), or correct the address.`,
      ];
    case '53300':
      return [
        'unreachable',
        `The server at ${host} has no connection left (${said}): raise max_connections there, put a pooler in front, or open fewer connections.`,
      ];
    case '55P03':
      return ['busy', `The database ${name} is being written by another process: try again when it is done.`];
    case '57014':
      return [
        'timeout',
        `The database ${name} took too long (${said}): ask for less, with a narrower filter, or try again.`,
      ];
    case '53100':
      return ['full', `The disk of the database ${name} is full (${said}): free some space there and try again.`];
    case '25006':
      return [
        'unwritable',
        `The database ${name} can only be read (${said}): the address of the database must lead to the primary; a replica has an address of its own, for reads.`,
      ];
    case '42501':
      return [
        'unwritable',
        `The database ${name} does not let ${user} do that (${said}): grant ${user} all on its schema and tables, or use their owner.`,
      ];
    case '42P01':
    case '42703':
      return [
        'incompatible',
        `The database ${name} does not have the tables of this build (${said}): choose another, or wait until the replica has caught up.`,
      ];
    case 'XX001':
    case 'XX002':
    case '58030':
      return [
        'damaged',
        `The database ${name} cannot be read (${said}): check the disk of the server, and put a copy back.`,
      ];
    case '40001':
      return ['busy', `The replica ${name} gave up the read for what it had to replay (${said}): try again.`];
    case undefined:
      if (error.message === 'timeout exceeded when trying to connect') {
        return [
          'busy',
          `All connections to ${name} are in use, or none could be made in time: try again, or open more.`,
        ];
      }
      if (error.message === 'Connection terminated due to connection timeout') {
        return ['unreachable', `The server at ${host} does not answer in time: check it, or correct the address.`];
      }
      break;
  }
  if (isCut(error)) {
    return ['unreachable', `The server at ${host} ended the connection (${said}): try again once it runs.`];
  }
  return undefined;
}

/** Says in one line what a failure of the server asks of its owner; other errors stay as they are. */
export function explainPostgresError(error: unknown, address: Address): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const explained = explanation(codeOf(error), error, address);
  return explained === undefined ? error : new StoreError(explained[0], explained[1], { cause: error });
}
