import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { curatedLedger } from '@counterclaim/data';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const documents = globSync('{*.md,docs/**/*.md,packages/*/*.md,apps/*/*.md}', { cwd: root }).sort();

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('there are documents', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/methodology.md']));
});

test.each(documents)('%s links to what is there', (document) => {
  // What begins with a slash is a page of the dashboard.
  const targets = [...read(document).matchAll(/\]\((?!https?:|mailto:|#|\/)(?<target>[^)\s#]+)/g)].map(
    ({ groups }) => groups?.['target'] ?? '',
  );
  expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
});

test.each(documents.filter((file) => !file.startsWith('packages/data/')))(
  '%s names files that are there',
  (document) => {
    // Whole paths in backticks, as in `packages/domain/src/rule.ts`; those with a placeholder are patterns.
    const paths = [...read(document).matchAll(/`(?<path>(?:apps|packages|docs)\/[\w./-]+)`/g)].map(
      ({ groups }) => groups?.['path'] ?? '',
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  },
);

test('README counts what the records hold', () => {
  const { claims, events, sources } = curatedLedger();
  const claimants = new Set(claims.flatMap(({ claimant }) => (typeof claimant === 'string' ? [claimant] : [])));
  const languages = new Set(sources.map(({ language }) => language));
  const text = read('README.md').replaceAll('\n', ' ');
  expect(text).toContain(`${claims.length} claims by ${claimants.size} named claimants about ${events.length} events`);
  expect(text).toContain(`in ${sources.length} documents in ${languages.size} languages`);
});
