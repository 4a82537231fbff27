import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** Where Debian puts the programs of each version. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder of PostgreSQL's programs that `COUNTERCLAIM_POSTGRES` asks to test with: the folder that it names, or with `1` the
 * latest one installed. Nothing is asked for without it.
 */
export function postgresPrograms(asked = process.env['COUNTERCLAIM_POSTGRES']): string | undefined {
  if (!asked) return undefined;
  const folder = asked === '1' ? installed() : asked;
  if (folder === undefined || !existsSync(join(folder, 'initdb'))) {
    throw new Error(
      `COUNTERCLAIM_POSTGRES=${asked} leads to no PostgreSQL (${folder ?? DEBIAN} has no initdb): install postgresql, or name the folder of its programs.`,
    );
  }
  return folder;
}

function installed(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const [latest] = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return latest === undefined ? undefined : join(DEBIAN, latest, 'bin');
}

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });

/** The user that runs servers: PostgreSQL refuses to run as root, so Debian's `postgres` does. */
function userOf(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Runs a server until it is told to end it, or whoever started it is gone, however that ended. */
const GUARD = '"$@" & server=$!; read -r signal; kill -"${signal:-QUIT}" "$server"; wait "$server"';

const PASSWORD = 'not a secret: 100%';

/** A server on loopback, of a cluster in a temporary folder. */
export class PostgresServer {
  readonly port: number;
  readonly #programs: string;
  readonly #folder: string;
  readonly #cluster: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  constructor(programs: string, folder: string, cluster: string, port: number, settings: readonly string[] = []) {
    this.#programs = programs;
    this.#folder = folder;
    this.#cluster = cluster;
    this.port = port;
    this.#settings = settings;
  }

  /** The address of a database, for the user who owns the cluster. */
  url(database: string, { user = 'owner', password = PASSWORD } = {}): string {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** The folder of its socket. */
  get socketFolder(): string {
    return this.#folder;
  }

  async start(): Promise<void> {
    const settings = [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${this.#folder}`,
      'fsync=off',
      'max_connections=30',
      ...this.#settings,
    ];
    const command = [
      join(this.#programs, 'postgres'),
      '-D',
      join(this.#folder, this.#cluster),
      ...settings.flatMap((setting) => ['-c', setting]),
    ];
    const server = spawn('sh', ['-c', GUARD, 'sh', ...command], {
      ...userOf(),
      stdio: ['pipe', 'ignore', 'pipe'],
      cwd: this.#folder,
    });
    server.stdin.on('error', () => undefined);
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_000);
    });
    this.#process = server;
    await this.#answering(() => said);
  }

  /** Ends the server at once, as a crash does. */
  async kill(): Promise<void> {
    await this.#end('QUIT');
  }

  /** Ends the server; whoever is connected is cut off. */
  async stop(): Promise<void> {
    await this.#end('INT');
  }

  /** Asks the server one statement, in a connection of its own. */
  async ask(database: string, statement: string): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.url(database) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async #end(signal: 'QUIT' | 'INT'): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (server === undefined || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdin?.end(`${signal}\n`);
    await ended;
  }

  async #answering(said: () => string): Promise<void> {
    for (let turn = 0; turn < 600; turn += 1) {
      if (this.#process?.exitCode !== null) break;
      try {
        await this.ask('postgres', 'select 1');
        return;
      } catch {
        await setTimeout(50);
      }
    }
    throw new Error(`PostgreSQL did not start: ${said()}`);
  }
}

/** A primary and a replica that streams from it, in a temporary folder that goes with them. */
export class PostgresPair {
  readonly primary: PostgresServer;
  readonly replica: PostgresServer;
  readonly #folder: string;

  private constructor(primary: PostgresServer, replica: PostgresServer, folder: string) {
    this.primary = primary;
    this.replica = replica;
    this.#folder = folder;
  }

  static async start(programs: string): Promise<PostgresPair> {
    const folder = mkdtempSync(join(tmpdir(), 'counterclaim-pg-'));
    const user = userOf();
    if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
    const run = (program: string, options: readonly string[]) =>
      execFileSync(join(programs, program), options, {
        ...user,
        stdio: 'pipe',
        cwd: folder,
        env: { PATH: process.env['PATH'], PGPASSWORD: PASSWORD },
      });
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, PASSWORD, { mode: 0o644 });
    run('initdb', [
      '--pgdata=primary',
      '--username=owner',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-sync',
    ]);
    const primary = new PostgresServer(programs, folder, 'primary', await freePort());
    const replica = new PostgresServer(programs, folder, 'replica', await freePort());
    const pair = new PostgresPair(primary, replica, folder);
    try {
      await primary.start();
      run('pg_basebackup', [
        '--pgdata=replica',
        '--host=127.0.0.1',
        `--port=${primary.port}`,
        '--username=owner',
        '--write-recovery-conf',
        '--wal-method=stream',
        '--checkpoint=fast',
        '--no-sync',
      ]);
      await replica.start();
      return pair;
    } catch (error) {
      await pair.stop();
      throw error;
    }
  }

  /** Waits until the replica has replayed what the primary has committed. */
  async replayed(): Promise<void> {
    const [row] = await this.primary.ask('postgres', 'select pg_current_wal_flush_lsn() as at');
    for (let turn = 0; turn < 3_000; turn += 1) {
      const [seen] = await this.replica.ask(
        'postgres',
        `select pg_last_wal_replay_lsn() >= '${String(row?.['at'])}'::pg_lsn as replayed`,
      );
      if (seen?.['replayed'] === true) return;
      await setTimeout(10);
    }
    throw new Error('the replica does not catch up');
  }

  async stop(): Promise<void> {
    await this.replica.stop();
    await this.primary.stop();
    rmSync(this.#folder, { recursive: true });
  }
}
