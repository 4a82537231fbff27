import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOf, installPackage } from './installing.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the packed package, alone in an empty folder', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-app-'));
    installPackage(root, folder);
  }, 180_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const bundle = async (code: string): Promise<string> => {
    const result = await build({
      stdin: { contents: code, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    return result.outputFiles.map(({ text }) => text).join('');
  };

  it('brings its types, its schemas and zod, and nothing else', () => {
    expect(
      readdirSync(join(folder, 'node_modules'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(['@counterclaim', 'zod']);
    const files = readdirSync(join(folder, 'node_modules/@counterclaim/domain'));
    expect(files.sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json', 'schemas']);
  });

  it('runs the example of its README in Node', () => {
    writeFileSync(join(folder, 'example.mjs'), exampleOf(readFileSync(join(root, 'README.md'), 'utf8')));
    const output = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(output).toContain('munitions:projectile:fired disputed 23–28');
    expect(output).toContain("2020-11-22T19:30:00.000Z [ 'disputed' ]");
  });

  it('type-checks in an app that uses it', () => {
    writeFileSync(
      join(folder, 'app.mts'),
      `import { assess, dossierSchema, type Assessment } from '@counterclaim/domain';
       export const answer = (json: unknown): Assessment => assess(dossierSchema.parse(json));
       // @ts-expect-error: an assessment has no verdict
       answer({}).verdict;`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    expect(execFileSync(process.execPath, [tsc, ...options, 'app.mts'], { cwd: folder, encoding: 'utf8' })).toBe('');
  });

  it('brings no zod along with the derivation', async () => {
    const derivation = await bundle(`export { assess, assessmentHistory, summarise } from '@counterclaim/domain';`);
    expect(derivation).toContain('attribution.');
    expect(derivation).not.toMatch(/ZodType|discriminatedUnion|_zod/);
    const schemas = await bundle(`export { dossierSchema } from '@counterclaim/domain';`);
    expect(schemas).toMatch(/_zod/);
  });
});
