import type { LedgerItem } from '@counterclaim/domain';

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
const DAYS = 12_000;
const WORDS =
  'rockets market convoy checkpoint school bridge airport police patrol village border ambush shelling'.split(' ');

const item = (type: LedgerItem['type'], value: object): LedgerItem => ({ type, value }) as LedgerItem;
const dayOf = (days: number): string => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10);

/** A dataset of so many events with some four claims each, as coded datasets have them, one record after another. */
export function* generated(events: number): Generator<LedgerItem, void, undefined> {
  const random = randomFrom(7);
  for (let n = 0; n < ACTORS; n += 1) {
    const kind = n % 4 === 0 ? 'state' : n % 4 === 1 ? 'publication' : 'armed-group';
    const partOf = n > 40 && n % 5 === 2 ? { partOf: `actor-${n - 40}` } : {};
    yield item('actor', { id: `actor-${n}`, name: `Actor ${WORDS[n % WORDS.length] ?? ''} ${n}`, kind, ...partOf });
  }
  yield item('place', {
    id: 'country',
    name: 'Country',
    kind: 'country',
    geometry: { type: 'none' },
    precision: 'country',
  });
  for (let n = 0; n < PROVINCES; n += 1) {
    const geometry = { type: 'point', longitude: 61 + (n % 7) * 2, latitude: 30 + Math.floor(n / 7) * 1.6 };
    const own = {
      id: `province-${n}`,
      name: `Province ${n}`,
      kind: 'adm1',
      precision: 'adm1',
      radiusKm: 90,
      within: 'country',
    };
    yield item('place', { ...own, geometry });
  }
  for (let n = 0; n < TOWNS; n += 1) {
    const geometry = { type: 'point', longitude: 60 + random(15_000) / 1_000, latitude: 29 + random(9_000) / 1_000 };
    const within = `province-${n % PROVINCES}`;
    const own = {
      id: `town-${n}`,
      name: `Town ${n}`,
      kind: 'settlement',
      precision: 'settlement',
      radiusKm: 5,
      within,
    };
    yield item('place', { ...own, geometry });
  }
  for (let n = 0; n < events; n += 1) yield* eventWithClaims(n, random);
}

function* eventWithClaims(n: number, random: (below: number) => number): Generator<LedgerItem, void, undefined> {
  const day = random(DAYS);
  const source = `report-${n}`;
  const event = `event-${n}`;
  const publisher = `actor-${1 + 4 * random(ACTORS / 4)}`;
  yield item('source', {
    id: source,
    title: `Report ${n} on ${WORDS[n % WORDS.length] ?? ''}`,
    publisher,
    language: 'en',
    kind: 'article',
    published: dayOf(day + 1 + random(400)),
  });
  yield item('event', {
    id: event,
    title: `Attack at a ${WORDS[random(WORDS.length)] ?? ''} of town ${n % TOWNS}`,
    kind: random(10) === 0 ? 'clash' : 'attack',
    time: random(20) === 0 ? dayOf(day).slice(0, 7) : dayOf(day),
    zone: 'Asia/Kabul',
    places: [{ place: `town-${random(TOWNS)}`, role: 'struck' }],
  });
  const killed = random(12);
  const bodies = [
    { kind: 'casualties', outcome: 'killed', persons: 'all', quantity: number(killed) },
    { kind: 'casualties', outcome: 'injured', persons: 'all', quantity: number(killed + random(9)) },
    { kind: 'responsibility', stance: random(4) === 0 ? 'claims' : 'accuses', actors: [`actor-${4 * random(20) + 2}`] },
    { kind: 'casualties', outcome: 'killed', persons: 'all', quantity: number(killed + random(2)) },
  ];
  for (const [slug, body] of bodies.entries()) {
    const claimant = slug === 3 ? `actor-${4 * random(20)}` : publisher;
    yield item('claim', {
      id: `${source}/c${slug}`,
      source,
      about: [event],
      claimant,
      ...(slug === 3 ? { said: dayOf(day + 1) } : { basis: 'investigated' }),
      evidence: { excerpt: true },
      paraphrase: `${WORDS[random(WORDS.length)] ?? ''} and ${WORDS[random(WORDS.length)] ?? ''} were hit, it says.`,
      modality: 'asserted',
      body,
    });
  }
}

const number = (value: number): object => (value === 0 ? { bound: 'none' } : { bound: 'exact', value });
