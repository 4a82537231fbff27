import {
  type Actor,
  type ActorId,
  type Claim,
  type EdtfPoint,
  indexById,
  isNamed,
  type NamedAuthor,
  parseEdtf,
  type Place,
  placeChain,
  type Quantity,
} from '@counterclaim/domain';
import type { Cell, Column } from '../column.ts';
import type { LossReport } from '../loss.ts';
import type { AssessedEvent } from '../table/assessed-ledger.ts';
import { CLAIM_MODES, WEAPON_SUBTYPES, WEAPON_TYPES } from './codes.ts';
import { COLUMNS } from './columns.ts';
import { datasetName } from './group-name.ts';
import { SUSPECTED } from './responsibility.ts';
import { SOMEWHERE_AROUND, SOMEWHERE_IN } from './stand-in.ts';

/** A row of the table, by column name; a column that is not there is empty. */
export type GtdExportRow = Readonly<Record<string, Cell>>;

/**
 * Columns whose values come back as they were, when a file of the GTD is read and written again: numbers as numbers, a number that is not
 * known as an empty cell, and no name of an individual.
 */
export const GTD_CARRIED_COLUMNS: readonly string[] = (
  'eventid iyear imonth iday resolution country country_txt provstate city latitude longitude specificity vicinity gname gsubname ' +
  'gname2 gsubname2 gname3 gsubname3 guncertain1 guncertain2 guncertain3 claimed claim2 claim3 nkill nkillter nwound nwoundte ' +
  'nperps nperpcap related'
).split(' ');

const FILLED: ReadonlySet<string> = new Set([
  ...GTD_CARRIED_COLUMNS,
  ...[1, 2, 3, 4].flatMap((number) => [`weaptype${number}`, `weapsubtype${number}`]),
  ...'approxdate extended claimmode claimmode2 claimmode3 compclaim nkillus nwoundus'.split(' '),
]);
const TEXTS = /^(?:approxdate|resolution|country_txt|provstate|city|gsubname\d?|gname\d?|related|eventid)$/;

/** The 135 columns of the GTD, for `writeCsv`. Those that the ledger does not keep are empty. */
export const GTD_COLUMNS: readonly Column<GtdExportRow>[] = COLUMNS.map(({ name }) => ({
  name: name.startsWith('int_') ? name.toUpperCase() : name,
  type: FILLED.has(name) && !TEXTS.test(name) ? 'number' : 'text',
  description: FILLED.has(name) ? `As in the GTD: ${name}.` : 'Empty: the ledger does not keep it.',
  value: (row) => row[name] ?? null,
}));

/**
 * Rows of a table like the GTD: attacks alone, with up to three groups and one figure each. Where claimants differ a figure is left
 * empty: the ledger has no best of its own.
 *
 * @param losses Told of everything that a row has no place for.
 */
export async function* encodeGtd(
  events: Iterable<AssessedEvent> | AsyncIterable<AssessedEvent>,
  losses: LossReport,
): AsyncGenerator<GtdExportRow, void, undefined> {
  for await (const event of events) {
    if (event.dossier.event.retracted !== undefined) continue;
    const row = rowOf(event, losses);
    if (row !== undefined) yield row;
  }
}

function rowOf(assessed: AssessedEvent, losses: LossReport): GtdExportRow | undefined {
  const { event, claims, places, actors, sources } = assessed.dossier;
  const retracted = new Set(sources.filter((source) => source.retracted !== undefined).map(({ id }) => id));
  const standing = claims.filter((claim) => claim.retracted === undefined && !retracted.has(claim.source));
  const time = event.kind === 'attack' ? timeOf(event.time) : undefined;
  if (time === undefined) {
    const reason = event.kind === 'attack' ? 'its time has no first day, month or year' : 'the table is of attacks';
    losses.add('event', reason, event.id);
    return undefined;
  }
  const carried = new Set<Claim>();
  const row = {
    eventid: event.refs?.['gtd'] ?? event.id,
    ...time,
    ...placeCells(places, event.places[0]?.place),
    ...groupCells(standing, indexById(actors), carried, losses, event.id),
    ...tollCells(assessed, 'killed', ['nkill', 'nkillter', 'nkillus'], carried, losses),
    ...tollCells(assessed, 'injured', ['nwound', 'nwoundte', 'nwoundus'], carried, losses),
    ...weaponCells(standing, carried),
    nperps: countCell(assessed, 'attackers', carried),
    nperpcap: countCell(assessed, 'perpetrators-captured', carried),
    related: event.refs?.['gtd-related'] ?? null,
  };
  const compilers = new Set<unknown>(actors.filter(({ kind }) => kind === 'dataset').map(({ id }) => id));
  for (const claim of standing) tellLoss(claim, carried.has(claim), compilers.has(claim.claimant), losses);
  return row;
}

const pad = (number: number): string => String(number).padStart(2, '0');
const dayOf = ({ year, month = 0, day = 0 }: EdtfPoint): string => `${year}-${pad(month)}-${pad(day)}`;

/** The date's parts: 0 is a month or day that is not known. */
function timeOf(text: string): GtdExportRow | undefined {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return undefined;
  const { value } = parsed;
  const start = value.type === 'date' ? value.point : value.start;
  const end = value.type === 'date' ? undefined : value.end;
  if (typeof start !== 'object' || start.year < 1) return undefined;
  return {
    iyear: start.year,
    imonth: start.month ?? 0,
    iday: start.day ?? 0,
    approxdate: start.approximate || start.uncertain ? text : null,
    extended: end === undefined ? 0 : 1,
    resolution: typeof end === 'object' && end.day !== undefined ? dayOf(end) : null,
  };
}

function placeCells(places: readonly Place[], id: Place['id'] | undefined): GtdExportRow {
  const index = indexById(places);
  const chain = id === undefined ? [] : placeChain(id, index).flatMap((link) => index.get(link) ?? []);
  const [place] = chain;
  const around = chain.filter(({ name }) => !name.startsWith(SOMEWHERE_IN) && !name.startsWith(SOMEWHERE_AROUND));
  const country = around.find(({ kind }) => kind === 'country');
  const province = around.find(({ kind }) => kind === 'adm1');
  const standsFor =
    place?.name.startsWith(SOMEWHERE_AROUND) === true ? place.name.slice(SOMEWHERE_AROUND.length) : null;
  const town = chain.find(({ kind }) => kind === 'settlement');
  const city = town?.name ?? standsFor;
  const point = place?.geometry.type === 'point' ? place.geometry : undefined;
  const vicinity = place?.precision === 'near';
  return {
    country: country?.refs?.['gtd'] ?? null,
    country_txt: country?.name ?? null,
    provstate: province?.name ?? null,
    city,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    specificity: specificityOf(place, city),
    vicinity: vicinity ? 1 : 0,
  };
}

function specificityOf(place: Place | undefined, city: string | null): number {
  if (place?.geometry.type !== 'point') return 5;
  switch (place.precision) {
    case 'exact':
    case 'near':
    case 'neighbourhood':
    case 'settlement':
      return 1;
    case 'adm2':
      return city === null ? 3 : 2;
    case 'adm1':
      return 4;
    default:
      return 5;
  }
}

interface ExportedGroup {
  readonly name: string;
  readonly part: string | null;
  claimed: boolean;
  uncertain: boolean;
  mode: string | undefined;
}

const MODES = new Map(
  Object.entries(CLAIM_MODES).flatMap(([code, mode]) => (mode === null ? [] : [[mode, code] as const])),
);
const ACCUSING: readonly string[] = ['accuses', 'suspects', 'convicts'];

/** The groups that claim it, then those that stand accused, in the order of the row from which they were read. */
function groupCells(
  claims: readonly Claim[],
  actors: ReadonlyMap<ActorId, Actor>,
  carried: Set<Claim>,
  losses: LossReport,
  event: string,
): GtdExportRow {
  const groups = new Map<string, ExportedGroup>();
  const responsible = claims
    .flatMap((claim) => (claim.body.kind === 'responsibility' ? [{ claim, body: claim.body }] : []))
    .sort((a, b) => rank(a.claim) - rank(b.claim));
  for (const { claim, body } of responsible) {
    const claimed = body.stance === 'claims';
    const unknown = body.stance === 'reports' && body.actors.every((author) => author === 'unknown');
    if (body.stance === 'none-claimed') carried.add(claim);
    if (!claimed && !unknown && !ACCUSING.includes(body.stance)) continue;
    carried.add(claim);
    for (const author of claimed ? body.actors.slice(0, 1) : body.actors) {
      const key = typeof author === 'string' ? author : `unnamed ${author.unnamed}`;
      const known = groups.get(key);
      const uncertain = body.stance === 'suspects' || claim.hedge === SUSPECTED;
      if (known === undefined) {
        const mode = claim.channel === undefined ? undefined : MODES.get(claim.channel);
        groups.set(key, { ...namesOf(author, actors), claimed, uncertain, mode });
      } else {
        known.claimed ||= claimed;
        known.uncertain &&= uncertain;
      }
    }
  }
  const list = [...groups.values()];
  if (list.length > 3) losses.add('value', 'a row has room for three groups', event);
  const noClaim = responsible.some(({ body }) => body.stance === 'none-claimed');
  const claimers = list.filter(({ claimed }) => claimed);
  const cells: Record<string, Cell> = {
    compclaim:
      claimers.length > 1
        ? responsible.some(({ body }) => body.stance === 'claims' && body.actors.length > 1)
          ? 0
          : 1
        : null,
  };
  (['', '2', '3'] as const).forEach((number, index) => {
    const group = list[index];
    if (group === undefined) {
      if (index === 0) cells['gname'] = 'Unknown';
      return;
    }
    cells[`gname${number}`] = group.name;
    cells[`gsubname${number}`] = group.part;
    cells[`guncertain${index + 1}`] = group.name === 'Unknown' ? null : group.uncertain ? 1 : 0;
    cells[index === 0 ? 'claimed' : `claim${number}`] = group.claimed
      ? 1
      : index === 0 && !noClaim && claimers.length === 0
        ? null
        : 0;
    cells[`claimmode${number}`] = group.mode ?? null;
  });
  return cells;
}

/** Claims of a row of the GTD end in the number of their group; elsewhere those who claim it come first. */
function rank({ id, body }: Claim): number {
  const number = /\/(?:claimed|attributed)-([123])$/.exec(id)?.[1];
  if (number !== undefined) return Number(number);
  return body.kind === 'responsibility' && body.stance === 'claims' ? 4 : 5;
}

function namesOf(author: NamedAuthor, actors: ReadonlyMap<ActorId, Actor>): Pick<ExportedGroup, 'name' | 'part'> {
  if (author === 'unknown') return { name: 'Unknown', part: null };
  if (!isNamed(author)) return { name: datasetName(author.unnamed), part: null };
  const actor = actors.get(author);
  const above = actor?.partOf === undefined ? undefined : actors.get(actor.partOf);
  return above === undefined
    ? { name: actor?.name ?? author, part: null }
    : { name: above.name, part: actor?.name ?? null };
}

type TollColumns = readonly [all: string, perpetrators: string, us: string];

/** The one number of a question's current answers; `undefined` where there is none, or claimants differ. */
function figureOf(
  { assessment }: AssessedEvent,
  key: string,
): { value: number; claims: readonly string[] } | 'differ' | undefined {
  const question = assessment.questions.find((each) => each.key === key);
  if (question === undefined || question.range === null) return undefined;
  const { low, high, open } = question.range;
  if (low !== high || open) return 'differ';
  return { value: low, claims: question.positions.flatMap((position) => position.claims) };
}

function tollCells(
  assessed: AssessedEvent,
  outcome: 'killed' | 'injured',
  [all, perpetrators, us]: TollColumns,
  carried: Set<Claim>,
  losses: LossReport,
): GtdExportRow {
  const { event, claims } = assessed.dossier;
  const byId = indexById<Claim>(claims);
  const take = (key: string): number | null => {
    const figure = figureOf(assessed, `casualties:${outcome}:${key}`);
    if (figure === 'differ')
      losses.add('value', `of people ${outcome} there are several numbers, and a row has one`, event.id);
    if (figure === undefined || figure === 'differ') return null;
    for (const id of figure.claims) {
      const claim = byId.get(id as Claim['id']);
      if (claim !== undefined) carried.add(claim);
    }
    return figure.value;
  };
  const whole = take('all+perpetrators');
  const victims = take('all');
  const own = take('perpetrators');
  const people = claims.find(
    ({ id, body }) => id.endsWith(`/${outcome}-us`) && body.kind === 'casualties' && isExact(body.quantity),
  );
  if (people !== undefined) carried.add(people);
  return {
    [all]: whole ?? (victims === null ? null : victims + (own ?? 0)),
    [perpetrators]: own ?? (whole === null && victims !== null ? 0 : null),
    [us]: people === undefined ? null : valueOf(people),
  };
}

const isExact = (quantity: Quantity): boolean => quantity.bound === 'exact';
const valueOf = ({ body }: Claim): number | null =>
  'quantity' in body && body.quantity.bound === 'exact' ? body.quantity.value : null;

function countCell(assessed: AssessedEvent, measure: string, carried: Set<Claim>): number | null {
  const figure = figureOf(assessed, `count:${measure}`);
  if (figure === undefined || figure === 'differ') return null;
  for (const claim of assessed.dossier.claims) if (figure.claims.includes(claim.id)) carried.add(claim);
  return figure.value;
}

const SUBTYPES = new Map(
  Object.entries(WEAPON_SUBTYPES).flatMap(([code, slug]) => (slug === null ? [] : [[slug, code] as const])),
);
const TYPES = new Map(
  Object.entries(WEAPON_TYPES).flatMap(([code, slug]) => (slug === null ? [] : [[slug, code] as const])),
);

/** The weapons that are claimed, if everybody who speaks of them says the same. */
function weaponCells(claims: readonly Claim[], carried: Set<Claim>): GtdExportRow {
  const speaking = claims.flatMap((claim) =>
    claim.body.kind === 'weapon' ? [{ claim, weapon: claim.body.weapon }] : [],
  );
  const [first] = speaking;
  if (first === undefined || speaking.some(({ weapon }) => weapon !== first.weapon)) return {};
  const slugs = first.weapon.split('-and-');
  if (!slugs.every((slug) => SUBTYPES.has(slug) || TYPES.has(slug))) return {};
  for (const { claim } of speaking) carried.add(claim);
  return Object.fromEntries(
    slugs.slice(0, 4).flatMap((slug, index) => [
      [`weapsubtype${index + 1}`, SUBTYPES.get(slug) ?? null],
      [`weaptype${index + 1}`, TYPES.get(slug) ?? null],
    ]),
  );
}

const DENIALS: readonly string[] = ['denies', 'exonerates', 'declines'];

/** A dataset's own figures lose no claimant: the table is that of one. */
function tellLoss({ id, body, hedge }: Claim, isCarried: boolean, isOfDataset: boolean, losses: LossReport): void {
  if (isCarried) {
    if (body.kind === 'responsibility' && ACCUSING.includes(body.stance) && !isOfDataset) {
      losses.add('claimant', 'a row does not say who accuses', id);
    }
    if (body.kind === 'casualties' && !isOfDataset) losses.add('claimant', 'a row does not say whose number it is', id);
    if (hedge !== undefined && hedge !== SUSPECTED) losses.add('hedge', 'a row has no hedges but guncertain', id);
    return;
  }
  if (body.kind === 'responsibility' && DENIALS.includes(body.stance)) {
    losses.add('denial', 'a row cannot say that somebody denies', id);
  } else {
    losses.add('claim', `a row has no column for a claim of kind ${body.kind}, or others answer it otherwise`, id);
  }
  if (hedge !== undefined) losses.add('hedge', 'a row has no hedges but guncertain', id);
}
