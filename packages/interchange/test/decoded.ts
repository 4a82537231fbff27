import {
  actorSchema,
  actorsNamed,
  assess,
  canonicalJson,
  type Claim,
  claimSchema,
  dossierOf,
  type Event,
  eventSchema,
  indexLedger,
  isEdtf,
  isTimeZone,
  type LedgerItem,
  placeSchema,
  sourceSchema,
} from '@counterclaim/domain';
import { type Codec, type Decoded, type Problem, readTable, type Release } from '../src/index.ts';
import { bytesOf, gather } from './bytes.ts';

/** What a table is decoded to, sorted out. */
export interface DecodedTable {
  readonly decoded: readonly Decoded[];
  readonly items: readonly LedgerItem[];
  readonly problems: readonly Problem[];
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
}

export const releaseOf = ({ release: { dataset, title, url } }: Codec, published = '2023-06'): Release => ({
  dataset,
  title,
  url,
  version: '1',
  published,
});

/** Reads and decodes a table. */
export async function decodeTable(
  codec: Codec,
  table: string | Uint8Array,
  release = releaseOf(codec),
): Promise<DecodedTable> {
  const decoded = await gather(codec.decode(readTable(bytesOf(table, 4096), codec), release));
  const items = decoded.flatMap((each) => (each.type === 'items' ? each.items : []));
  return {
    decoded,
    items,
    problems: decoded.flatMap((each) => (each.type === 'problem' ? [each.problem] : [])),
    events: items.flatMap((item) => (item.type === 'event' ? [item.value] : [])),
    claims: items.flatMap((item) => (item.type === 'claim' ? [item.value] : [])),
  };
}

const SCHEMAS = {
  actor: actorSchema,
  place: placeSchema,
  source: sourceSchema,
  event: eventSchema,
  claim: claimSchema,
};

/** The claim of an event that ends in a slug. */
export const claimOf = ({ claims }: DecodedTable, slug: string): Claim | undefined =>
  claims.find(({ id }) => id.endsWith(`/${slug}`));

/** Everything that a ledger would refuse of the items: their shape, their dates and zones, ids that repeat, and records that are named before they come. */
export function refusals(items: readonly LedgerItem[]): string[] {
  const wrong: string[] = [];
  const seen = {
    actor: new Set<string>(),
    place: new Set<string>(),
    source: new Set<string>(),
    event: new Set<string>(),
    claim: new Set<string>(),
  };
  for (const { type, value } of items) {
    if (type === 'redirect') continue;
    const parsed = SCHEMAS[type].safeParse(value);
    if (!parsed.success) wrong.push(`${value.id}: ${parsed.error.message}`);
    else if (canonicalJson(parsed.data) !== canonicalJson(value)) wrong.push(`${value.id} is not as its schema has it`);
    if (seen[type].has(value.id)) wrong.push(`${value.id} comes twice`);
    seen[type].add(value.id);
    if (type === 'event' && (!isEdtf(value.time) || !isTimeZone(value.zone)))
      wrong.push(`${value.id}: ${value.time} ${value.zone}`);
    if (type === 'claim' && value.said !== undefined && !isEdtf(value.said)) wrong.push(`${value.id}: ${value.said}`);
    for (const [kind, id] of namedBy({ type, value } as LedgerItem))
      if (!seen[kind].has(id)) wrong.push(`${value.id} names ${kind} ${id}, which did not come`);
  }
  return wrong;
}

function namedBy(item: LedgerItem): (readonly [keyof typeof SCHEMAS, string])[] {
  switch (item.type) {
    case 'actor':
      return item.value.partOf === undefined ? [] : [['actor', item.value.partOf]];
    case 'place':
      return item.value.within === undefined ? [] : [['place', item.value.within]];
    case 'source':
      return [['actor', item.value.publisher]];
    case 'event':
      return item.value.places.map(({ place }) => ['place', place] as const);
    case 'claim': {
      const { claim } = { claim: item.value };
      const partOf = claim.relations?.partOf;
      return [
        ['source', claim.source],
        ...claim.about.map((event) => ['event', event] as const),
        ...actorsNamed(claim).map((actor) => ['actor', actor] as const),
        ...(partOf === undefined ? [] : [['claim', partOf] as const]),
      ];
    }
    case 'redirect':
      return [];
  }
}

/** The assessment of the first event. */
export function assessFirst({ items, events }: DecodedTable) {
  const of = <Type extends LedgerItem['type']>(type: Type) =>
    items.flatMap((item) => (item.type === type ? [item.value as Extract<LedgerItem, { type: Type }>['value']] : []));
  const [event] = events;
  if (event === undefined) throw new Error('there is no event');
  const dossier = dossierOf(
    indexLedger({
      actors: of('actor'),
      places: of('place'),
      sources: of('source'),
      events: of('event'),
      claims: of('claim'),
    }),
    event.id,
  );
  if (dossier === undefined) throw new Error(`there is no dossier of ${event.id}`);
  return assess(dossier);
}
