import { type RawBuilder, sql } from 'kysely';
import type { ColumnRowTypes, ColumnRows, ColumnTable } from '../column-source.ts';
import type { Reader } from '../engine.ts';

/** Rows read at a time. */
const PAGE = 10_000;

/** Where rows come from, and the columns by which they are sorted and told apart. */
interface Listing<Row> {
  readonly columns: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly order: readonly (keyof Row & string)[];
}

/** In the order in which they are read. */
const LISTINGS: { readonly [Table in ColumnTable]: Listing<ColumnRowTypes[Table]> } = {
  dataset: { columns: sql`key, id`, from: sql`dataset`, order: ['key'] },
  actor: { columns: sql`key, id, label`, from: sql`actor`, order: ['key'] },
  place: {
    columns: sql`key, id, label, longitude, latitude, radius_km as radius`,
    from: sql`place`,
    order: ['key'],
  },
  source: { columns: sql`key, id, label`, from: sql`source`, order: ['key'] },
  question: { columns: sql`key, id`, from: sql`question`, order: ['key'] },
  redirect: {
    columns: sql`key, type, from_id as "from", to_id as "to"`,
    from: sql`redirect`,
    order: ['key'],
  },
  claim: {
    columns: sql`key, claimant, stance`,
    from: sql`(select key, claimant, stance from claim where stands = 1) as claim`,
    order: ['key'],
  },
  claimActor: { columns: sql`claim, actor`, from: sql`claim_actor`, order: ['claim', 'actor'] },
  piece: {
    columns: sql`event, part, dataset, kind, starts, ends, month, known_from as "knownFrom", known_until as "knownUntil",
      claims, status, agreements, killed_low as "killedLow", killed_high as "killedHigh",
      injured_low as "injuredLow", injured_high as "injuredHigh", killed_key as "killedKey", known_key as "knownKey"`,
    from: sql`(select * from piece where stands = 1) as piece`,
    order: ['event', 'part'],
  },
  eventId: { columns: sql`event, id`, from: sql`(select key as event, id from event) as event`, order: ['event'] },
  pieceQuestion: {
    columns: sql`event, part, question`,
    from: sql`piece_question`,
    order: ['event', 'part', 'question'],
  },
  eventPlace: { columns: sql`event, place`, from: sql`event_place`, order: ['event', 'place'] },
  eventWithin: { columns: sql`event, place`, from: sql`event_within`, order: ['event', 'place'] },
  eventSource: { columns: sql`event, source, known`, from: sql`event_source`, order: ['event', 'source'] },
  eventClaim: { columns: sql`event, claim, known`, from: sql`event_claim`, order: ['event', 'claim'] },
};

/** The rows of one kind after a row, or the first. */
async function pageOf<Table extends ColumnTable>(
  db: Reader,
  table: Table,
  after: ColumnRowTypes[Table] | undefined,
): Promise<ColumnRowTypes[Table][]> {
  const { columns, from, order }: Listing<ColumnRowTypes[Table]> = LISTINGS[table];
  const names = sql.join(order.map((name) => sql.ref(name)));
  const values = sql.join(order.map((name) => after?.[name] ?? Number.MIN_SAFE_INTEGER));
  const { rows } = await sql<ColumnRowTypes[Table]>`
    select ${columns} from ${from} where (${names}) > (${values}) order by ${names} limit ${PAGE}`.execute(db);
  return rows;
}

/** Hands out everything that columns are filled with, in the order in which kinds stand here. */
export async function readColumnRows(db: Reader, take: (rows: ColumnRows) => void | Promise<void>): Promise<void> {
  for (const table of Object.keys(LISTINGS) as ColumnTable[]) await readTable(db, table, take);
}

async function readTable<Table extends ColumnTable>(
  db: Reader,
  table: Table,
  take: (rows: ColumnRows) => void | Promise<void>,
): Promise<void> {
  for (let after: ColumnRowTypes[Table] | undefined; ;) {
    const rows = await pageOf(db, table, after);
    if (rows.length > 0) await take({ table, rows } as unknown as ColumnRows);
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}
