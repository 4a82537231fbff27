import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor, Claim, Dossier, Source } from '../src/index.ts';

/** Coded claims of one attack in the shorthand of the acceptance fixtures. */
export interface Fixture {
  readonly event: { readonly id: string; readonly start: string };
  readonly actors: Readonly<Record<string, { readonly kind: string; readonly partOf: string | null }>>;
  readonly claims: readonly FixtureClaim[];
}

export interface FixtureClaim {
  readonly id: string;
  readonly about: readonly string[];
  readonly claimant: unknown;
  readonly publisher: string;
  readonly wire?: string;
  readonly via?: readonly string[];
  readonly published?: FixtureTime;
  readonly said?: FixtureTime;
  readonly repeats?: string;
  readonly supersedes?: readonly string[];
  readonly retracts?: readonly string[];
  readonly modality?: string;
  readonly basis?: string;
  readonly hedge?: string;
  readonly paraphrase?: string;
  readonly [field: string]: unknown;
}

/** A UTC instant, or a half-open span of two. */
export type FixtureTime = string | readonly [string, string];

const MINUTE = 60_000;

const minuteAt = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`;

/** The shorthand's time as EDTF: an instant is one at which something had just been said or published. */
function edtfOf(time: FixtureTime): string {
  if (typeof time === 'string') return minuteAt(Date.parse(time) - MINUTE);
  const start = minuteAt(Date.parse(time[0]));
  const end = minuteAt(Date.parse(time[1]) - MINUTE);
  return start === end ? start : `${start}/${end}`;
}

const BODY_FIELDS = [
  'stance',
  'actors',
  'outcome',
  'persons',
  'of',
  'scope',
  'quantity',
  'includesPerpetrators',
  'class',
  'weapon',
  'model',
  'fate',
  'measure',
  'by',
  'at',
  'from',
  'target',
  'relation',
  'object',
  'extent',
  'sides',
  'value',
  'within',
  'place',
  'what',
  'happened',
  'topic',
] as const;

const given = <Value>(field: string, value: Value | undefined) => (value === undefined ? {} : { [field]: value });

/** Unfolds a fixture into a dossier. Every claim has a source of its own: the shorthand dates claims one by one. */
export function dossierOfFixture(fixture: Fixture): Dossier {
  const sources = new Map<string, Source>();
  const claims = fixture.claims.map((coded) => {
    const source = `${coded.id.replace('/', '-')}-source`;
    sources.set(source, {
      id: source,
      title: source,
      publisher: coded.publisher,
      ...given('wire', coded.wire),
      ...given('published', coded.published && edtfOf(coded.published)),
      language: 'en',
      kind: 'article',
    } as Source);
    const body: Record<string, unknown> = { kind: coded['kind'] };
    for (const field of BODY_FIELDS) if (coded[field] !== undefined) body[field] = coded[field];
    if (body['kind'] === 'casualties') body['persons'] ??= 'all';
    const relations = {
      ...given('repeats', coded.repeats),
      ...given('supersedes', coded.supersedes),
      ...given('retracts', coded.retracts),
      ...given('partOf', coded['part-of'] ?? coded['partOf']),
    };
    return {
      id: coded.id,
      source,
      about: coded.about,
      claimant: coded.claimant,
      ...given('via', coded.via),
      ...given('said', coded.said && edtfOf(coded.said)),
      evidence: { excerpt: true },
      paraphrase: coded.paraphrase ?? '',
      ...given('hedge', coded.hedge),
      modality: coded.modality ?? 'asserted',
      ...given('basis', coded.basis),
      relations,
      body,
    } as unknown as Claim;
  });
  const actors = Object.entries(fixture.actors).map(
    ([id, { kind, partOf }]) => ({ id, name: id, kind, ...given('partOf', partOf ?? undefined) }) as Actor,
  );
  return {
    event: {
      id: fixture.event.id,
      title: fixture.event.id,
      kind: 'attack',
      time: minuteAt(Date.parse(fixture.event.start)),
      zone: 'Asia/Kabul',
      places: [],
    } as unknown as Dossier['event'],
    claims,
    sources: [...sources.values()],
    actors,
    places: [],
  };
}

/** The folder of `fixtures/*.json` and `expected/*.json`: `ACCEPTANCE_DIR`, or the copy beside this file. */
export const acceptanceFolder = (): string =>
  process.env['ACCEPTANCE_DIR'] ?? fileURLToPath(new URL('./acceptance', import.meta.url));

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export interface Case<Expected> {
  readonly name: string;
  readonly fixture: Fixture;
  readonly expected: readonly Expected[];
}

/** Every fixture with its expected answers. */
export function readCases<Expected>(folder = acceptanceFolder()): Case<Expected>[] {
  return readdirSync(join(folder, 'fixtures'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      fixture: readJson(join(folder, 'fixtures', file)) as Fixture,
      expected: readJson(join(folder, 'expected', file)) as Expected[],
    }));
}
