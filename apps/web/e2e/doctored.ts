/**
 * A dashboard that serves the curated records with a past: corrected, taken back, renamed. Nothing of it is true.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { changesOf, type Editorial, type Ledger, type Redirect } from '@counterclaim/domain';
import { type RunningServer, startServer } from './server.ts';

const ledgerFile = new URL('../../../packages/data/dist/ledger.json', import.meta.url);
/** A process of its own: the one that sets the tests up is no place for a service. */
const databaseScript = fileURLToPath(new URL('doctored-database.ts', import.meta.url));

export const EVENT = '2020-11-21-kabul-rockets';
export const CORRECTED_CLAIM = 'dawn-2020-11-21/killed-8';
export const RETRACTED = {
  event: '2020-11-17-us-troop-reduction',
  claim: 'e-news-in-2020-11-21/moph-killed-6',
  source: 'zee-news-2020-11-21',
  actor: 'aaj-tak',
  place: 'green-zone',
} as const;
/** A claim that nobody took back, of a document that was. */
export const CLAIM_OF_RETRACTED_SOURCE = 'zee-news-2020-11-21/moi-killed-5';

export const reasonFor = (what: string): string => `Made up for a test: ${what}.`;

const correction = (date: string, field: string, was: string | number | null, now: string | number) => ({
  date,
  field,
  was,
  now,
  reason: reasonFor(`${field} corrected`),
});

/** Corrections of one actor, one a day: more than a page of changes holds. */
const many = Array.from({ length: 70 }, (_, n) => {
  const day = new Date(Date.UTC(2026, 7, 1 + n)).toISOString().slice(0, 10);
  return { ...correction(day, 'name', `Name ${n}`, `Name ${n + 1}`) };
});

const EDITORIAL: Readonly<Record<string, Editorial>> = {
  [CORRECTED_CLAIM]: {
    corrections: [
      correction('2026-12-01', 'body.quantity.value', 7, 8),
      correction('2026-12-03', 'claimant', 'moi', 'tariq-arian'),
    ],
  },
  'dawn-2020-11-21': { corrections: [correction('2026-12-02', 'published', null, '2020-11-21')] },
  'tech-consultingstudies': { corrections: many },
  ...Object.fromEntries(
    Object.entries(RETRACTED).map(([type, id]) => [
      id,
      { retracted: { date: '2026-12-05', reason: reasonFor(`${type} taken back`) } },
    ]),
  ),
};

export const REDIRECTS: readonly Redirect[] = (
  [
    ['actor', 'taleban', 'taliban'],
    ['claim', 'dawn-2020-11-21/accused', 'dawn-2020-11-21/blame'],
    ['event', 'rockets-of-november', EVENT],
    ['place', 'kabul-city', 'kabul'],
    ['source', 'the-dawn-2020-11-21', 'dawn-2020-11-21'],
  ] as const
).map(([type, from, to]) => ({
  type,
  from,
  to,
  date: '2026-12-04',
  reason: reasonFor(`${type} renamed`),
}));

const edited = <Item extends { readonly id: string }>(records: readonly Item[]): Item[] =>
  records.map((record) => ({ ...record, ...EDITORIAL[record.id] }));

/** The curated records, doctored. */
export async function doctoredLedger(): Promise<Ledger> {
  const ledger = JSON.parse(await readFile(ledgerFile, 'utf8')) as Ledger;
  return {
    ...ledger,
    actors: edited(ledger.actors),
    places: edited(ledger.places),
    events: edited(ledger.events),
    sources: edited(ledger.sources),
    claims: edited(ledger.claims),
    redirects: [...REDIRECTS],
  };
}

export interface DoctoredServer extends RunningServer {
  /** How many changes its records tell of. */
  readonly changes: number;
}

/** Starts the built dashboard on the doctored records. */
export async function startDoctored(): Promise<DoctoredServer> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-doctored-'));
  await promisify(execFile)(process.execPath, [databaseScript, folder]);
  const server = await startServer({ COUNTERCLAIM_DATA: folder });
  return {
    ...server,
    changes: changesOf(await doctoredLedger()).length,
    stop: async () => {
      const code = await server.stop();
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}
