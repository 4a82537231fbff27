/**
 * Realistic dossiers for tests of the event page: the coded claims of the domain's acceptance fixtures, with names, places, days and
 * documents as curated records have them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EventAnswer, HistoryPiece } from '@counterclaim/api/client';
import {
  type Actor,
  assess,
  assessmentHistory,
  type Claim,
  type Dossier,
  formatInstant,
  type Place,
  type Source,
  summarise,
} from '@counterclaim/domain';

type Coded = Readonly<Record<string, unknown>> & { readonly id: string; readonly publisher: string };

interface Fixture {
  readonly event: { readonly id: string; readonly start: string };
  readonly actors: Readonly<Record<string, { readonly kind: string; readonly partOf: string | null }>>;
  readonly claims: readonly Coded[];
}

const folder = new URL('../../../../../../packages/domain/test/acceptance/fixtures/', import.meta.url);

const NAMES: Readonly<Record<string, string>> = {
  'gov-afghanistan': 'Government of Afghanistan',
  moi: 'Ministry of Interior Affairs',
  moph: 'Ministry of Public Health',
  vp1: 'First Vice President',
  'iran-mfa': 'Ministry of Foreign Affairs of Iran',
  'embassy-iran-kabul': 'Embassy of Iran in Kabul',
  emergency: 'Emergency',
  unama: 'UNAMA',
  ucdp: 'UCDP GED',
  afp: 'AFP',
  ap: 'AP',
  rt: 'RT',
  voa: 'VOA',
  efe: 'EFE',
  ians: 'IANS',
  'bbc-persian': 'BBC Persian',
  tolonews: 'TOLOnews',
  dod: 'Department of Defense',
  centcom: 'Central Command',
  nyt: 'The New York Times',
  'embassy-iran': 'the grounds of the Embassy of Iran',
  'emergency-hospital': 'the Emergency hospital',
  hospitals: 'hospitals',
  'sana-hospital': 'the Sana medical complex',
};
const POSSIBLE_KINDS: Readonly<Record<string, string>> = { un: 'international-organisation' };

const titleCase = (id: string): string =>
  id.startsWith('pd')
    ? `Police district ${id.slice(2)}`
    : id.replace(/(^|-)(\w)/g, (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`);
const nameOf = (id: string): string => NAMES[id] ?? titleCase(id);

/** A fixture's UTC instant as the minute or, at Kabul's midnight, the day in Kabul that it ends. */
function edtfAt(instant: string): string {
  const local = new Date(Date.parse(instant) + 270 * 60_000 - 60_000).toISOString();
  return instant.endsWith('T19:30Z') ? local.slice(0, 10) : `${local.slice(0, 16)}+04:30`;
}

const edtfOf = (time: unknown): string | undefined =>
  typeof time === 'string' ? edtfAt(time) : Array.isArray(time) ? edtfAt(String(time[1])) : undefined;

const BODY = [
  ...['stance', 'actors', 'outcome', 'persons', 'of', 'scope', 'quantity', 'includesPerpetrators', 'class', 'weapon'],
  ...['fate', 'measure', 'by', 'at', 'from', 'target', 'relation', 'object', 'extent', 'sides', 'value', 'within'],
  ...['place', 'what', 'happened', 'topic', 'kind'],
];

const slugOf = (coded: Coded): { source: string; slug: string } => {
  const [source = '', slug = ''] = coded.id.split('/');
  return { source, slug };
};

function claimOf(coded: Coded): Claim {
  const { source } = slugOf(coded);
  const body = Object.fromEntries(BODY.filter((field) => coded[field] !== undefined).map((f) => [f, coded[f]]));
  if (body['kind'] === 'casualties') body['persons'] ??= 'all';
  if (body['kind'] === 'munitions') body['weapon'] ??= 'rocket';
  if (body['kind'] === 'responsibility') body['actors'] ??= [];
  const relations = Object.fromEntries(
    ['repeats', 'supersedes', 'retracts'].filter((field) => coded[field]).map((field) => [field, coded[field]]),
  );
  const optional = Object.fromEntries(
    ['wire', 'via', 'hedge', 'basis'].filter((field) => coded[field]).map((field) => [field, coded[field]]),
  );
  const said = edtfOf(coded['said']);
  return {
    id: coded.id,
    source,
    about: coded['about'],
    claimant: coded['claimant'],
    ...optional,
    ...(said === undefined ? {} : { said }),
    evidence:
      source === 'urdupoint-afp'
        ? { passages: [{ paragraph: 3, start: 0, end: 112, sha256: 'e1eabe96c8426355'.repeat(4) }] }
        : { excerpt: true },
    paraphrase: coded['paraphrase'] ?? `Our words for ${coded.id}.`,
    modality: coded['modality'] ?? 'asserted',
    relations,
    body,
  } as unknown as Claim;
}

function sourcesOf(claims: readonly Coded[]): Source[] {
  const sources = new Map<string, Source>();
  for (const coded of claims) {
    const { source } = slugOf(coded);
    const published = edtfOf(coded['published']);
    if (sources.has(source)) continue;
    sources.set(source, {
      id: source,
      title: `What ${nameOf(coded.publisher)} printed`,
      publisher: coded.publisher,
      ...(coded['wire'] === undefined ? {} : { wire: coded['wire'] }),
      ...(published === undefined ? {} : { published }),
      url: `https://example.org/${source}`,
      language: source === 'chapar' ? 'fa' : 'en',
      kind: coded.publisher === 'ucdp' ? 'dataset' : 'article',
      ...(source === 'urdupoint-afp' ? { textDigest: 'd3f4380667f1'.padEnd(64, '0') } : {}),
    } as Source);
  }
  return [...sources.values()];
}

const KABUL = [
  {
    id: 'kabul',
    name: 'Kabul',
    kind: 'settlement',
    geometry: { type: 'point', longitude: 69.1776, latitude: 34.5301 },
    radiusKm: 12,
    precision: 'settlement',
    within: 'kabul-province',
  },
  {
    id: 'kabul-province',
    name: 'Kabul province',
    kind: 'adm1',
    geometry: { type: 'none' },
    precision: 'adm1',
    within: 'afghanistan',
  },
  { id: 'afghanistan', name: 'Afghanistan', kind: 'country', geometry: { type: 'none' }, precision: 'country' },
] as unknown as Place[];

const scopesOf = (claims: readonly Coded[]): Place[] =>
  [...new Set(claims.flatMap(({ scope }) => (typeof scope === 'string' ? [scope] : [])))].map(
    (id) =>
      ({
        id,
        name: nameOf(id),
        kind: 'district',
        geometry: { type: 'none' },
        precision: 'neighbourhood',
        within: 'kabul',
      }) as unknown as Place,
  );

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** The dossier of an acceptance fixture, dressed as curated records would have it. */
export function dossierOf(name: string, title = 'Rocket barrage on Kabul'): Dossier {
  const fixture = JSON.parse(readFileSync(fileURLToPath(new URL(`${name}.json`, folder)), 'utf8')) as Fixture;
  const claims = fixture.claims.map(claimOf);
  const wholes = new Map([
    ['munitions', 'ariana-mirror/26'],
    ['killed', 'tolo-mirror/20'],
    ['injured', 'tolo-mirror/21'],
  ]);
  // The shorthand leaves out that the districts' numbers are parts of the ministry's totals.
  const parted = claims.map((claim): Claim => {
    if (!claim.id.startsWith('ariana-mirror/') || !('scope' in claim.body) || claim.body.scope === undefined)
      return claim;
    const whole = wholes.get(claim.body.kind === 'casualties' ? claim.body.outcome : claim.body.kind);
    return whole === undefined ? claim : { ...claim, relations: { ...claim.relations, partOf: whole as Claim['id'] } };
  });
  const actors = Object.entries(fixture.actors).map(
    ([id, { kind, partOf }]) =>
      ({ id, name: nameOf(id), kind: POSSIBLE_KINDS[kind] ?? kind, ...(partOf ? { partOf } : {}) }) as unknown as Actor,
  );
  return {
    event: {
      id: fixture.event.id,
      title,
      kind: 'attack',
      time: edtfAt(new Date(Date.parse(fixture.event.start) + 60_000).toISOString()),
      zone: 'Asia/Kabul',
      places: [{ place: 'kabul', role: 'struck' }],
    } as unknown as Dossier['event'],
    claims: parted.sort(byId),
    sources: sourcesOf(fixture.claims).sort(byId),
    actors: actors.sort(byId),
    places: [...KABUL, ...scopesOf(fixture.claims)].sort(byId),
  };
}

/** What the API answers for a dossier, as of an instant in ISO 8601 or at present. */
export function detailOf(dossier: Dossier, asOf?: string): EventAnswer {
  const assessment = assess(dossier, asOf === undefined ? {} : { asOf: Date.parse(asOf) });
  return { dataset: 'curated', ...dossier, assessment, summary: summarise(dossier, assessment) };
}

/** What the API answers for the history of a dossier. */
export const historyOf = (dossier: Dossier): HistoryPiece[] =>
  assessmentHistory(dossier).map(({ knownFrom, knownUntil, assessment }) => ({
    knownFrom: formatInstant(knownFrom),
    knownUntil: formatInstant(knownUntil),
    assessment,
  }));
