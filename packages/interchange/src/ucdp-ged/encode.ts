import {
  type Actor,
  type ActorId,
  type Casualties,
  type Claim,
  type ClaimBody,
  type EdtfBoundary,
  indexById,
  isNamed,
  isNone,
  parseEdtf,
  type Place,
  placeChain,
  type Quantity,
  type Range,
  rootOf,
  wallClock,
  wallClockAfter,
} from '@counterclaim/domain';
import type { Cell, Column } from '../column.ts';
import type { LossReport } from '../loss.ts';
import type { AssessedEvent } from '../table/assessed-ledger.ts';
import { HEDGE } from './claims.ts';
import { COLUMNS } from './columns.ts';
import { cellOf, daysFrom } from './event-row.ts';
import { type Estimate, estimateOf, type Figure } from './estimate.ts';
import { datasetName, datePrecisionOf, isStandIn, precisionCode } from './precision.ts';

/** A row of the table, by column name; a column that is not there is empty. */
export type GedExportRow = Readonly<Record<string, Cell>>;

/**
 * Columns whose values come back as they were, when a file of UCDP GED is read and written again: numbers as numbers, texts without
 * the spaces around them.
 */
export const CARRIED_COLUMNS = (
  'id relid year type_of_violence side_a_new_id side_a side_b_new_id side_b where_prec where_coordinates adm_1 adm_2 latitude ' +
  'longitude country country_id event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best ' +
  'high low gwnoa gwnob'
).split(' ');

/** Columns that are worked out from those that are carried. */
const DERIVED: ReadonlySet<string> = new Set(['geom_wkt', 'priogrid_gid', 'dyad_name']);
const NUMBERS =
  /^(?:id|year|.*_new_id|type_of_violence|where_prec|latitude|longitude|priogrid_gid|country_id|event_clarity|date_prec|deaths_.*|best|high|low)$/;

/** The 49 columns of UCDP GED, for `writeCsv`. Those that the ledger does not keep are empty. */
export const GED_COLUMNS: readonly Column<GedExportRow>[] = COLUMNS.map(({ name }) => ({
  name,
  type: NUMBERS.test(name) ? 'number' : 'text',
  description:
    CARRIED_COLUMNS.includes(name) || DERIVED.has(name)
      ? `As in UCDP GED: ${name}.`
      : 'Empty: the ledger does not keep it.',
  value: (row) => row[name] ?? null,
}));

/**
 * Rows of a table like UCDP GED. An event that was read from GED gets its own figures back; for any other the low and high
 * figures are the ends of the range of what is claimed, and `best` only where all agree: the ledger has no best of its own.
 *
 * @param losses Told of everything that a row has no place for.
 */
export async function* encodeUcdpGed(
  events: Iterable<AssessedEvent> | AsyncIterable<AssessedEvent>,
  losses: LossReport,
): AsyncGenerator<GedExportRow, void, undefined> {
  for await (const event of events) {
    if (event.dossier.event.retracted !== undefined) continue;
    const row = rowOf(event, losses);
    if (row !== undefined) yield row;
  }
}

/** What a row says of who died and who fought. */
interface Account {
  readonly type: '1' | '2' | '3' | null;
  readonly a: Actor | undefined;
  readonly b: Actor | undefined;
  readonly low: number;
  readonly best: number | null;
  readonly high: number | null;
  readonly parts: readonly [a: number, b: number, civilians: number, unknown: number] | null;
  readonly clear: boolean;
  /** The claims that the row carries. */
  readonly carried: ReadonlySet<Claim>;
}

function rowOf(assessed: AssessedEvent, losses: LossReport): GedExportRow | undefined {
  const { event, claims, places } = assessed.dossier;
  const lost = (reason: string): undefined => {
    losses.add('event', reason, event.id);
    tellLosses(claims, { carried: new Set(), parts: null }, losses);
    return undefined;
  };
  const days = daysOf(event.time);
  if (days === undefined) return lost('its time has no first or no last day');
  const index = indexById(places);
  const place = event.places.map((role) => index.get(role.place)).find((found) => found?.geometry.type === 'point');
  if (place?.geometry.type !== 'point') return lost('none of its places has coordinates');
  const account = rowAccount(assessed) ?? rangeAccount(assessed);
  if (account === undefined) return lost('nobody gives a number of killed');
  if (account.high === 0 && account.low === 0 && (account.best ?? 0) === 0) {
    return lost('nobody says that anyone died: an event needs one death to be in GED');
  }
  tellLosses(claims, account, losses);
  if (account.type === null) losses.add('value', 'no claim says who fought: type and sides stay empty', event.id);
  if (account.best === null) losses.add('value', 'claimants differ, and the ledger has no best of its own', event.id);
  if (account.high === null)
    losses.add('value', 'only open numbers reach the top: the high figure stays empty', event.id);
  if (account.parts === null) losses.add('value', 'deaths are not told by side', event.id);

  const { latitude, longitude } = place.geometry;
  const around = placeChain(place.id, index)
    .flatMap((id) => index.get(id) ?? [])
    .filter((found) => !isStandIn(found.name));
  const named = (kind: Place['kind']): Place | undefined => around.find((found) => found.kind === kind);
  const country = named('country');
  const [a, b] = [sideOf(account.a), account.type === '3' ? CIVILIANS : sideOf(account.b)];
  return {
    id: event.refs?.['ucdp'] ?? event.id,
    relid: event.refs?.['ucdp-relid'] ?? null,
    year: days.first.slice(0, 4),
    type_of_violence: account.type,
    dyad_name: a.name === null || b.name === null ? null : `${a.name} - ${b.name}`,
    side_a_new_id: a.code,
    side_a: a.name,
    side_b_new_id: b.code,
    side_b: b.name,
    where_prec: precisionCode(place.precision),
    where_coordinates: datasetName(place.name),
    adm_1: named('adm1')?.name ?? null,
    adm_2: named('adm2')?.name ?? null,
    latitude,
    longitude,
    geom_wkt: `POINT (${longitude} ${latitude})`,
    priogrid_gid: cellOf(latitude, longitude),
    country: country?.name ?? null,
    country_id: country?.refs?.['gw'] ?? null,
    event_clarity: account.clear ? '1' : '2',
    date_prec: datePrecisionOf(daysFrom(days.first, days.last)),
    date_start: days.first,
    date_end: days.last,
    deaths_a: account.parts?.[0] ?? null,
    deaths_b: account.parts?.[1] ?? null,
    deaths_civilians: account.parts?.[2] ?? null,
    deaths_unknown: account.parts?.[3] ?? null,
    best: account.best,
    high: account.high,
    low: account.low,
    gwnoa: a.state,
    gwnob: b.state,
  };
}

interface ExportedSide {
  readonly code: string | null;
  readonly name: string | null;
  readonly state: string | null;
}

const sideOf = (actor: Actor | undefined): ExportedSide => ({
  code: actor?.refs?.['ucdp'] ?? null,
  name: actor?.name ?? null,
  state: actor?.refs?.['gw'] ?? null,
});

/** The side that is attacked in one-sided violence. */
const CIVILIANS: ExportedSide = { code: '1', name: 'Civilians', state: null };

const slugOf = ({ id }: Claim): string => id.slice(id.indexOf('/') + 1);

/** The figures of the row from which the event was read; `undefined` for an event that was not read from GED. */
function rowAccount({ dossier }: AssessedEvent): Account | undefined {
  const { event, claims, sources, actors } = dossier;
  if (event.refs?.['ucdp'] === undefined) return undefined;
  const source = sources.find(({ id, kind }) => (id as string) === event.id && kind === 'dataset');
  if (source === undefined) return undefined;
  const own = new Map<string, Claim>();
  for (const claim of claims) {
    if (claim.source === source.id && claim.claimant === source.publisher) own.set(slugOf(claim), claim);
  }
  const figures = new Map<Figure['slug'], Quantity>();
  for (const slug of ['killed', 'killed-low', 'killed-best', 'killed-high'] as const) {
    const body = own.get(slug)?.body;
    if (body?.kind === 'casualties') figures.set(slug, body.quantity);
  }
  const estimate: Estimate | undefined = estimateOf(figures);
  if (estimate === undefined) return undefined;
  const part = (slug: string): number => {
    const body = own.get(slug)?.body;
    return body?.kind === 'casualties' && body.quantity.bound === 'exact' ? body.quantity.value : 0;
  };
  const parts = ['side-a', 'side-b', 'civilians', 'unknown'].map((name) => part(`killed-${name}`));
  return {
    ...partiesOf([...own.values()], indexById(actors)),
    ...estimate,
    parts: parts as [number, number, number, number],
    clear: ![...own.values()].some(({ hedge }) => hedge === HEDGE),
    carried: new Set(own.values()),
  };
}

/** The range of what is claimed of an event; `undefined` where nobody gives a number of killed. */
function rangeAccount({ dossier, assessment }: AssessedEvent): Account | undefined {
  const { event, claims, actors } = dossier;
  const question =
    assessment.questions.find(({ key }) => key === 'casualties:killed:all') ??
    assessment.questions.find(({ key }) => key === 'casualties:killed:all+perpetrators');
  const range: Range | null = question?.range ?? null;
  if (question === undefined || range === null) return undefined;
  const answering = new Set(question.positions.flatMap((position) => position.claims));
  const high = range.open ? null : range.high;
  const { said, ...parties } = partiesOf(claims, indexById(actors));
  return {
    ...parties,
    low: range.low,
    best: range.low === high ? high : null,
    high,
    parts: null,
    clear: event.kind !== 'period',
    carried: new Set(claims.filter((claim) => answering.has(claim.id) || claim === said)),
  };
}

/** The sides that a claim says fought, and the type that follows; one-sided violence where a dataset reports who used it. */
function partiesOf(
  claims: readonly Claim[],
  actors: ReadonlyMap<ActorId, Actor>,
): Pick<Account, 'type' | 'a' | 'b'> & { readonly said: Claim | undefined } {
  for (const claim of claims) {
    const { body } = claim;
    if (body.kind !== 'parties') continue;
    const [a, b] = body.sides.map((side) => (isNamed(side) ? actors.get(side) : undefined));
    if (a === undefined || b === undefined) continue;
    const states = [a, b].filter(({ id }) => actors.get(rootOf(id, actors))?.kind === 'state');
    return states.includes(a) || states.length === 0
      ? { type: states.length > 0 ? '1' : '2', a, b, said: claim }
      : { type: '1', a: b, b: a, said: claim };
  }
  for (const claim of claims) {
    const { body, claimant } = claim;
    if (body.kind !== 'responsibility' || body.stance !== 'reports' || !isNamed(claimant)) continue;
    const [author] = body.actors;
    if (author === undefined || !isNamed(author) || actors.get(claimant)?.kind !== 'dataset') continue;
    const a = actors.get(author);
    if (a !== undefined) return { type: '3', a, b: undefined, said: claim };
  }
  return { type: null, a: undefined, b: undefined, said: undefined };
}

const DENIALS: readonly string[] = ['denies', 'exonerates', 'declines'];

const denies = ({ body }: Claim): boolean =>
  (body.kind === 'responsibility' && DENIALS.includes(body.stance)) ||
  (body.kind === 'occurrence' && !body.happened) ||
  (body.kind === 'casualties' && isNone(body.quantity));

function tellLosses(
  claims: readonly Claim[],
  { carried, parts }: Pick<Account, 'carried' | 'parts'>,
  losses: LossReport,
): void {
  for (const claim of claims) {
    if (!carried.has(claim)) {
      if (denies(claim)) losses.add('denial', 'a row cannot say that somebody denies', claim.id);
      else losses.add('claim', `a row has no column for ${lostKind(claim)}`, claim.id);
    } else if (parts === null && claim.body.kind === 'casualties') {
      losses.add('claimant', 'a row does not say whose number it is, nor who differs', claim.id);
    }
    if (claim.hedge !== undefined && (claim.hedge !== HEDGE || !carried.has(claim))) {
      losses.add('hedge', 'a row has no hedges but event_clarity', claim.id);
    }
  }
}

function lostKind({ body }: Claim): string {
  if (isToll(body)) return 'earlier, repeated or passed-on numbers of killed';
  if (body.kind === 'casualties') return `people ${casualtyWords(body)}`;
  return body.kind === 'responsibility'
    ? `a responsibility that somebody ${body.stance}`
    : `a claim of kind ${body.kind}`;
}

/** Whether it is the number that a row's estimate is about. */
const isToll = (body: ClaimBody): boolean =>
  body.kind === 'casualties' &&
  body.outcome === 'killed' &&
  body.persons === 'all' &&
  body.scope === undefined &&
  body.of === undefined;

const casualtyWords = ({ outcome, persons }: Casualties): string => `${outcome} counted as ${persons}`;

const dayAt = (clock: number): string => new Date(clock).toISOString().slice(0, 10);

/** The first and the last day of an EDTF text; `undefined` where one is open or unknown. */
function daysOf(time: string): { readonly first: string; readonly last: string } | undefined {
  const parsed = parseEdtf(time);
  if (!parsed.ok) return undefined;
  const { value } = parsed;
  const [start, end]: readonly EdtfBoundary[] =
    value.type === 'date' ? [value.point, value.point] : [value.start, value.end];
  if (typeof start !== 'object' || typeof end !== 'object') return undefined;
  return { first: dayAt(wallClock(start)), last: dayAt(wallClockAfter(end) - 1) };
}
