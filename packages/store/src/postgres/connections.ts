import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { Pool, type PoolClient, type PoolConfig, type QueryResult, types } from 'pg';
import { StoreError } from '../store-error.ts';
import type { Address } from './address.ts';
import { CopiesAhead } from './copies-ahead.ts';
import { Copy } from './copy.ts';
import type { CopyMessage } from './copy-message.ts';
import { explainPostgresError, isCut } from './postgres-error.ts';
import { duplicateIn } from './rows.ts';

export interface ConnectionsOptions {
  /** Most connections held at a time. */
  readonly most: number;
  /** Milliseconds to wait for a connection, a new one or one that others use. */
  readonly connectTimeout: number;
  /** Milliseconds after which a connection that nobody uses is closed. */
  readonly idleTimeout: number;
  readonly applicationName: string;
  /** Statements that follow `begin` in the same message: settings of the transaction, which poolers pass on. */
  readonly settings: string;
  /** Milliseconds after which a connection that has not answered is given up; without it, never. */
  readonly deadline?: number;
  /** How many times a statement outside a transaction is asked again on another connection when its own is broken. */
  readonly again: number;
}

const INT8 = 20;
const NUMERIC = 1700;

/** Keys stay within 53 bits (`sort-key.ts`), and counts and sums do. */
const numbers: NonNullable<PoolConfig['types']> = {
  getTypeParser: ((oid: number) =>
    oid === INT8 || oid === NUMERIC
      ? Number
      : (types.getTypeParser(oid) as (text: string) => unknown)) as typeof types.getTypeParser,
};

/** Milliseconds after which the system starts to ask whether a silent server is still there. */
const KEEP_ALIVE = 10_000;

const BEGIN = /^(begin|start transaction)\b/;
const END = /^(commit|rollback)$/;

/** What a copy answers, before it is written. */
const SENT = { command: 'COPY', rowCount: 0, rows: [] };

/**
 * The driver's pool, as kysely takes one: errors explained, no session state, no named statements, so that a pooler may stand
 * in front of the server.
 */
export class Connections implements PostgresPool {
  readonly options = {};
  readonly #pool: Pool;
  readonly #address: Address;
  readonly #options: ConnectionsOptions;

  constructor(address: Address, options: ConnectionsOptions) {
    this.#address = address;
    this.#options = options;
    this.#pool = new Pool({
      connectionString: address.url,
      max: options.most,
      connectionTimeoutMillis: options.connectTimeout,
      idleTimeoutMillis: options.idleTimeout,
      application_name: options.applicationName,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE,
      allowExitOnIdle: true,
      types: numbers,
    });
    // One that ends while nobody uses it is replaced; whoever uses it is told by the statement that fails.
    const ignore = (): void => undefined;
    this.#pool.on('error', ignore);
    this.#pool.on('connect', (client) => client.on('error', ignore));
  }

  async connect(): Promise<PostgresPoolClient> {
    return new Connection(await this.#take(), this.#address, this.#options, () => this.#take());
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  async #take(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw explainPostgresError(error, this.#address);
    }
  }
}

class Connection implements PostgresPoolClient {
  #client: PoolClient;
  readonly #address: Address;
  readonly #options: ConnectionsOptions;
  readonly #another: () => Promise<PoolClient>;
  /** Of a connection that writes. */
  #copies: CopiesAhead | undefined;
  #inTransaction = false;
  #broken = false;

  constructor(client: PoolClient, address: Address, options: ConnectionsOptions, another: () => Promise<PoolClient>) {
    this.#client = client;
    this.#address = address;
    this.#options = options;
    this.#another = another;
  }

  // Cursors are never asked for: rows are read in pages.
  readonly query = (async (sql: string, parameters?: readonly unknown[]) => {
    const [copy] = parameters ?? [];
    try {
      if (copy instanceof Copy) {
        this.#copies ??= new CopiesAhead((message) => this.#copy(message));
        await this.#copies.add(copy);
        return SENT;
      }
      if (this.#copies !== undefined) await (sql === 'rollback' ? this.#copies.abandon() : this.#copies.settled());
      return await this.#ask(sql, parameters);
    } catch (error) {
      throw explainPostgresError(error, this.#address);
    }
  }) as unknown as PostgresPoolClient['query'];

  release(destroy = false): void {
    this.#client.release(destroy || this.#broken);
  }

  async #ask(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult> {
    if (BEGIN.test(sql)) {
      const [result] = (await this.#send(`${sql}; ${this.#options.settings}`, [])) as unknown as [QueryResult];
      this.#inTransaction = true;
      return result;
    }
    const again = this.#inTransaction ? 0 : this.#options.again;
    if (END.test(sql)) this.#inTransaction = false;
    for (let left = again; ; left -= 1) {
      try {
        return await this.#send(sql, parameters);
      } catch (error) {
        if (left === 0 || !isCut(error)) throw error;
      }
      this.#client.release(true);
      this.#broken = false;
      this.#client = await this.#another();
    }
  }

  async #copy(message: CopyMessage): Promise<void> {
    try {
      await this.#client.query(message).written;
    } catch (error) {
      if (isCut(error)) this.#broken = true;
      throw duplicateIn(error) ?? error;
    }
  }

  async #send(sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
    const { deadline } = this.#options;
    let late: NodeJS.Timeout | undefined;
    const answer = this.#client.query(sql, parameters as unknown[]);
    try {
      if (deadline === undefined) return await answer;
      const never = new Promise<never>((_resolve, reject) => {
        late = setTimeout(() => {
          this.#broken = true;
          answer.catch(() => undefined);
          reject(
            new StoreError(
              'timeout',
              `The database ${this.#address.name} has not answered for ${deadline / 1_000} seconds: check the server and the way to it, and try again.`,
            ),
          );
        }, deadline);
      });
      return await Promise.race([answer, never]);
    } catch (error) {
      if (isCut(error)) this.#broken = true;
      throw error;
    } finally {
      clearTimeout(late);
    }
  }
}
