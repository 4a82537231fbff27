import { AGREEMENTS, formatMonth } from '@counterclaim/domain';
import { sentenceCase } from '@counterclaim/domain/words';
import type { FacetCount, FacetCounts } from '../facets.ts';
import type { Bounds, ColumnFilter } from '../filter.ts';
import type { PageRow, PageSort } from '../page.ts';
import {
  ACTORS,
  type Named,
  PLACES,
  REDIRECTS,
  SOURCES,
  type World,
  type WorldClaim,
  type WorldEvent,
  type WorldPiece,
} from './world.ts';

/** An event with what is known of it. */
interface Held {
  readonly event: WorldEvent;
  readonly piece: WorldPiece;
  readonly claims: readonly WorldClaim[];
  readonly sources: readonly Named[];
}

function heldOf(event: WorldEvent, asOf: number | undefined): Held | undefined {
  const isKnown = ({ known }: { readonly known: number }): boolean => asOf === undefined || known <= asOf;
  const piece =
    asOf === undefined
      ? event.pieces.at(-1)
      : event.pieces.find(({ knownFrom, knownUntil, claims }) => knownFrom <= asOf && asOf < knownUntil && claims > 0);
  if (piece === undefined) return undefined;
  return {
    event,
    piece,
    claims: event.claims.filter(isKnown).map(({ claim }) => claim),
    sources: event.sources.filter(isKnown).map(({ source }) => source),
  };
}

/** Whether nothing is asked, or one of the values; by the ids to which redirects lead as well. */
function anyOf(asked: readonly string[] | undefined, values: readonly string[], type?: string): boolean {
  if (asked === undefined || asked.length === 0) return true;
  const led = asked.flatMap((id) => [
    id,
    ...REDIRECTS.filter((redirect) => redirect.type === type && redirect.from === id).map(({ to }) => to as string),
  ]);
  return values.some((value) => led.includes(value));
}

const ids = (records: readonly (Named | null)[]): string[] => records.flatMap((record) => record?.id ?? []);

const meets = (low: number | null, high: number | null, bounds: Bounds | undefined): boolean =>
  bounds === undefined ||
  (low !== null && high !== null && high >= (bounds.min ?? -Infinity) && low <= (bounds.max ?? Infinity));

const says = ({ claimant, stance, named }: WorldClaim, filter: ColumnFilter): boolean =>
  anyOf(filter.actor, ids(named), 'actor') &&
  anyOf(filter.claimant, ids([claimant]), 'actor') &&
  anyOf(filter.stance, stance === null ? [] : [stance]);

const agreementsOf = ({ agreements }: WorldPiece): string[] =>
  AGREEMENTS.filter((_, bit) => (agreements & (1 << bit)) !== 0);

function matches({ event, piece, claims, sources }: Held, filter: ColumnFilter): boolean {
  const { actor = [], claimant = [], stance = [] } = filter;
  return (
    (filter.date === undefined || (event.starts < filter.date.end && event.ends > filter.date.start)) &&
    anyOf(filter.place, ids(event.within), 'place') &&
    ([...actor, ...claimant, ...stance].length === 0 || claims.some((claim) => says(claim, filter))) &&
    meets(piece.killedLow, piece.killedHigh, filter.killed) &&
    meets(piece.injuredLow, piece.injuredHigh, filter.injured) &&
    anyOf(filter.status, [piece.status]) &&
    anyOf(filter.agreement, agreementsOf(piece)) &&
    anyOf(filter.question, ids(piece.questions)) &&
    anyOf(filter.kind, [event.kind]) &&
    anyOf(filter.dataset, [event.dataset.id]) &&
    anyOf(filter.source, ids(sources), 'source')
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All that match, as lists have them: sorted as a whole, events whose sort key is below zero last. */
export function listNaively({ events }: World, filter: ColumnFilter, { by, descending }: PageSort): PageRow[] {
  const rows = events.flatMap((event) => {
    const held = heldOf(event, filter.asOf);
    if (held === undefined || !matches(held, filter)) return [];
    const { piece } = held;
    const key = by === 'date' ? event.key : by === 'killed' ? piece.killedKey : piece.knownKey;
    return [{ key, event: event.key, part: event.pieces.indexOf(piece) }];
  });
  const isLast = ({ key }: PageRow): number => (by !== 'date' && key < 0 ? 1 : 0);
  return rows.sort((a, b) => isLast(a) - isLast(b) || (descending ? -1 : 1) * (a.key - b.key || a.event - b.event));
}

/** Counts events one by one, each facet with a filter of its own. */
export function countNaively({ events }: World, filter: ColumnFilter): FacetCounts {
  const matching = (without?: keyof ColumnFilter): Held[] => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== without)) as ColumnFilter;
    return events.flatMap((event) => {
      const held = heldOf(event, filter.asOf);
      return held !== undefined && matches(held, rest) ? [held] : [];
    });
  };
  const count = (
    name: keyof FacetCounts['facets'],
    valuesOf: (held: Held) => readonly string[],
    labelOf: (value: string) => string = sentenceCase,
  ): FacetCount[] => {
    const counts = new Map<string, number>();
    for (const held of matching(name)) {
      for (const value of new Set(valuesOf(held))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, number]) => ({ value, label: labelOf(value), count: number }))
      .sort((a, b) => b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value));
  };
  const label = (records: readonly Named[]) => (value: string) => records.find(({ id }) => id === value)?.label ?? '?';
  const speaking = ({ claims }: Held, without: keyof ColumnFilter): readonly WorldClaim[] =>
    claims.filter((claim) => says(claim, { ...filter, [without]: undefined }));
  const months = Map.groupBy(matching('date'), ({ event }) => event.month);
  return {
    total: matching().length,
    facets: {
      status: count('status', ({ piece }) => [piece.status]),
      agreement: count('agreement', ({ piece }) => agreementsOf(piece)),
      kind: count('kind', ({ event }) => [event.kind]),
      place: count('place', ({ event }) => ids(event.within), label(PLACES)),
      actor: count('actor', (held) => speaking(held, 'actor').flatMap(({ named }) => ids(named)), label(ACTORS)),
      claimant: count(
        'claimant',
        (held) => ids(speaking(held, 'claimant').map(({ claimant }) => claimant)),
        label(ACTORS),
      ),
      stance: count('stance', (held) => speaking(held, 'stance').flatMap(({ stance }) => stance ?? [])),
      dataset: count(
        'dataset',
        ({ event }) => [event.dataset.id],
        (value) => value,
      ),
      source: count('source', ({ sources }) => ids(sources), label(SOURCES)),
    },
    months: [...months]
      .sort(([a], [b]) => a - b)
      .map(([month, held]) => ({
        month: formatMonth(month),
        count: held.length,
        byStatus: Object.fromEntries(
          [...Map.groupBy(held, ({ piece }) => piece.status)].map(([status, those]) => [status, those.length]),
        ),
      })),
  };
}
