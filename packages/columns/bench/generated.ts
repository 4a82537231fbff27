import { AGREEMENTS, ATTRIBUTION_STATUSES } from '@counterclaim/domain';
import type { Rows, RowTable, RowTypes } from '../src/index.ts';

/** Small numbers that look random and are the same on every run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const ACTORS = 400;
const PROVINCES = 34;
const TOWNS = 3_000;
const QUESTIONS = 200;
const CLAIMS = 4;
const PIECES = 3;
const DAY = 86_400_000;
const FIRST = Date.UTC(1990, 0);
const PAGE = 10_000;

/** Gathers rows of one table into pages. */
function* paged<Table extends RowTable>(
  table: Table,
  rows: Iterable<RowTypes[Table]>,
): Generator<Rows, void, undefined> {
  let page: RowTypes[Table][] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield { table, rows: page } as unknown as Rows;
    page = [];
  }
  yield { table, rows: page } as unknown as Rows;
}

function* times<Value>(count: number, make: (n: number) => Value): Generator<Value, void, undefined> {
  for (let n = 0; n < count; n += 1) yield make(n);
}

/** Town 0 has the first code after the country and the provinces. */
const town = (n: number): number => 1 + PROVINCES + n;

/** The rows of so many events with four claims and three pieces each: what a store of generated events hands out. */
export function* generatedRows(events: number): Generator<Rows, void, undefined> {
  const random = randomFrom(7);
  const days = Uint16Array.from({ length: events }, () => random(12_000)).sort();
  const towns = Uint16Array.from({ length: events }, () => random(TOWNS));
  /** Three of an event's claims are by its publisher. */
  const claimantOf = (claim: number): number =>
    1 + (claim % CLAIMS === 3 ? claim % 20 : (Math.floor(claim / CLAIMS) * 7_919) % (ACTORS / 2));
  yield* paged('dataset', [{ key: 1, id: 'generated' }]);
  yield* paged(
    'actor',
    times(ACTORS, (n) => ({ key: n + 1, id: `actor-${n}`, label: `Actor ${n}` })),
  );
  yield* paged(
    'place',
    times(1 + PROVINCES + TOWNS, (n) => {
      const none = { longitude: null, latitude: null, radius: null };
      if (n === 0) return { key: 1, id: 'country', label: 'Country', ...none };
      const point = { longitude: 60 + random(15_000) / 1_000, latitude: 29 + random(9_000) / 1_000 };
      return n <= PROVINCES
        ? { key: n + 1, id: `province-${n - 1}`, label: `Province ${n - 1}`, ...point, radius: 90 }
        : { key: n + 1, id: `town-${n - 1 - PROVINCES}`, label: `Town ${n}`, ...point, radius: 5 };
    }),
  );
  yield* paged(
    'source',
    times(events, (n) => ({ key: n + 1, id: `report-${n}`, label: `Report ${n} on a bridge` })),
  );
  yield* paged(
    'question',
    times(QUESTIONS, (n) => ({ key: n + 1, id: `responsibility:actor-${n}` })),
  );
  yield* paged(
    'claim',
    times(events * CLAIMS, (n) => ({
      key: n + 1,
      claimant: claimantOf(n),
      stance: n % CLAIMS === 2 ? (random(4) === 0 ? 'claims' : 'accuses') : null,
    })),
  );
  yield* paged(
    'claimActor',
    times(events * CLAIMS * 1.5, (n) => {
      const claim = Math.floor(n / 1.5);
      return { claim: 1 + claim, actor: n % 3 === 1 ? 1 + ACTORS / 2 + random(ACTORS / 2) : claimantOf(claim) };
    }),
  );
  yield* paged(
    'piece',
    times(events * PIECES, (n) => {
      const event = Math.floor(n / PIECES);
      const part = n % PIECES;
      const day = days[event];
      const starts = FIRST + day * DAY;
      const months = new Date(starts);
      const killed = random(12);
      return {
        event: event + 1,
        part,
        dataset: 1,
        kind: random(10) === 0 ? 'clash' : 'attack',
        starts,
        ends: starts + DAY,
        month: months.getUTCFullYear() * 12 + months.getUTCMonth(),
        knownFrom: part === 0 ? -Infinity : starts + part * DAY,
        knownUntil: part === PIECES - 1 ? Infinity : starts + (part + 1) * DAY,
        claims: part === 0 ? 0 : part * 2,
        status: ATTRIBUTION_STATUSES[random(ATTRIBUTION_STATUSES.length)],
        agreements: random(2 ** AGREEMENTS.length),
        killedLow: killed,
        killedHigh: killed + random(3),
        injuredLow: null,
        injuredHigh: null,
        killedKey: killed * 2 ** 32,
        knownKey: starts + part * DAY,
      };
    }),
  );
  yield* paged(
    'eventId',
    times(events, (n) => ({ event: n + 1, id: `event-${n + 1}` })),
  );
  yield* paged(
    'pieceQuestion',
    times(events * PIECES * 3, (n) => ({
      event: 1 + Math.floor(n / PIECES / 3),
      part: Math.floor(n / 3) % PIECES,
      question: 1 + (n % 3 === 2 ? 2 + random(QUESTIONS - 2) : n % 3),
    })),
  );
  yield* paged(
    'eventPlace',
    times(events, (n) => ({ event: n + 1, place: 1 + town(towns[n]) })),
  );
  yield* paged(
    'eventWithin',
    times(events * 3, (n) => {
      const event = Math.floor(n / 3);
      const place = [0, 1 + (towns[event] % PROVINCES), town(towns[event])][n % 3];
      return { event: event + 1, place: place + 1 };
    }),
  );
  yield* paged(
    'eventSource',
    times(events, (n) => ({ event: n + 1, source: n + 1, known: FIRST + (days[n] + 1) * DAY })),
  );
  yield* paged(
    'eventClaim',
    times(events * CLAIMS, (n) => {
      const event = Math.floor(n / CLAIMS);
      return { event: event + 1, claim: n + 1, known: FIRST + (days[event] + 1 + (n & 1)) * DAY };
    }),
  );
}
