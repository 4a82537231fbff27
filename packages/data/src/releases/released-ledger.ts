import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson, type Ledger } from '@counterclaim/domain';
import { z } from 'zod';
import { ledgerDigest } from '../ledger/compile.ts';
import { sha256 } from '../sha256.ts';
import { readReleaseIndex, RELEASE_INDEX, releasesFolder } from './release-index.ts';

/** The records of a release, within its folder. */
export const RELEASED_LEDGER = 'ledger.json';

const LISTS = ['actors', 'places', 'events', 'sources', 'claims', 'redirects'] as const;

/**
 * A ledger as a JSON text with one record a line, so that two releases can be compared line by line. Records are in the
 * ledger's order and canonical: one text for one ledger.
 */
export function ledgerText(ledger: Ledger): string {
  const heads = (['dataset', 'digest'] as const).map(
    (name) => `${JSON.stringify(name)}:${canonicalJson(ledger[name])}`,
  );
  const lists = LISTS.map((name) => {
    const lines = ledger[name].map((record) => `\n${canonicalJson(record)}`);
    return `${JSON.stringify(name)}:[${lines.join(',')}${lines.length > 0 ? '\n' : ''}]`;
  });
  return `{${[...heads, ...lists].join(',\n')}}\n`;
}

// What the records look like is told by the release's digest, not by a schema that may have moved on since.
const record = z.looseObject({});
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item);
const released = z.strictObject({
  dataset: z.string(),
  digest: z.string(),
  actors: listOf(record),
  places: listOf(record),
  events: listOf(record),
  sources: listOf(record),
  claims: listOf(record),
  redirects: listOf(record),
});

/**
 * Reads the records of a listed release, and makes sure that they are the ones that were released: the file by its checksum,
 * the records by their digest.
 *
 * @throws Error, naming the file and the remedy, when the release is not listed, its ledger is missing, or either differs
 *   from what the list says.
 */
export function readReleasedLedger(version: string, folder: string | URL = releasesFolder): Ledger {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  const { releases } = readReleaseIndex(root);
  const listed = releases.find((release) => release.version === version);
  if (listed === undefined) {
    const others = releases.map((release) => release.version).join(', ');
    throw new Error(
      `${join(root, RELEASE_INDEX)} lists no release ${version}: ${others === '' ? 'there is none yet' : `name one of ${others}`}`,
    );
  }
  const file = join(root, version, RELEASED_LEDGER);
  const restore = `restore it, as with git checkout -- ${file}`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? String(error)})`;
    throw new Error(`${file} ${what}: ${restore}`, { cause: error });
  }
  const expected = listed.files.find(({ name }) => name === RELEASED_LEDGER)?.sha256;
  const found = sha256(text);
  if (found !== expected) {
    throw new Error(
      `${file} is not what was released (SHA-256 ${found}, ${join(root, RELEASE_INDEX)} says ${expected ?? 'none'}): ${restore}`,
    );
  }
  const ledger = released.parse(JSON.parse(text)) as unknown as Ledger;
  const digest = ledgerDigest(ledger);
  if (digest !== ledger.digest || digest !== listed.digest) {
    throw new Error(
      `${file} has other records (digest ${digest}) than ${join(root, RELEASE_INDEX)} lists (${listed.digest}): ${restore}`,
    );
  }
  return ledger;
}
