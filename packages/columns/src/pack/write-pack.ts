import type { Dictionary } from '../dictionary.ts';
import type { FilterColumns } from '../columns.ts';
import { redirectsOf } from '../dictionary.ts';
import { TextPacker } from '../packed-text.ts';
import { aboveOf } from './above.ts';
import { MAGIC, PACK_VERSION, type PackHeader } from './layout.ts';
import { PartWriter } from './part.ts';

const near = { delta: true } as const;

/** Where, when, how many, how certain. */
async function writeCore(part: PartWriter, { instants, places, events, pieces }: FilterColumns): Promise<void> {
  await part.numbers('instants', instants);
  await part.numbers('places.longitude', places.longitude);
  await part.numbers('places.latitude', places.latitude);
  await part.numbers('places.radius', places.radius);
  const above = aboveOf(events, places.size);
  await part.links('places.above', above.places);
  await part.numbers('events.elsewhere', above.events, near);
  await part.links('events.within', above.within);
  await part.numbers('events.starts', events.starts, near);
  await part.numbers(
    'events.durations',
    events.ends.map((end, event) => (Number.isFinite(events.starts[event]) ? end - events.starts[event] : end)),
  );
  await part.numbers('events.month', events.month, near);
  await part.numbers('events.kind', events.kind);
  await part.numbers('events.dataset', events.dataset);
  await part.links('events.at', events.at);
  await part.numbers(
    'events.pieces',
    Uint32Array.from({ length: events.size }, (_, event) => events.pieces[event + 1] - events.pieces[event]),
  );
  for (const name of ['knownFrom', 'knownUntil', 'claims', 'status', 'agreements'] as const) {
    await part.numbers(`pieces.${name}`, pieces[name]);
  }
  for (const what of ['killed', 'injured'] as const) {
    const low = pieces[`${what}Low`];
    await part.numbers(`pieces.${what}.low`, low);
    await part.numbers(
      `pieces.${what}.more`,
      pieces[`${what}High`].map((high, piece) => high - low[piece]),
    );
  }
}

/** Who says what, in which source; what the numbers answer. */
async function writeClaims(part: PartWriter, { events, pieces, claims }: FilterColumns): Promise<void> {
  await part.numbers('claims.claimant', claims.claimant);
  await part.numbers('claims.stance', claims.stance);
  await part.links('claims.named', claims.named);
  await part.links('events.claims', events.claims, near);
  await part.numbers('events.claims.known', events.claims.known);
  await part.links('events.sources', events.sources, near);
  await part.numbers('events.sources.known', events.sources.known);
  await part.links('pieces.questions', pieces.questions);
}

async function writeNames(part: PartWriter, columns: FilterColumns): Promise<void> {
  await part.names('events', columns.events.size, [columns.events.ids]);
  for (const name of ['sources', 'places', 'actors', 'datasets', 'questions'] as const) {
    const of: Dictionary = columns[name];
    await part.names(name, of.size, of.labels === of.ids ? [of.ids] : [of.ids, of.labels]);
    const redirects = redirectsOf(of);
    const from = new TextPacker();
    for (const redirect of redirects) from.add(redirect.from);
    await part.texts(`${name}.old`, from.finish());
    await part.numbers(
      `${name}.led`,
      redirects.map(({ code }) => code),
    );
  }
}

/**
 * Columns as one file, from which `readPack` has them again. It is not compressed: whoever sends it does that, as its planes of bytes are made for.
 *
 * @param revision The state of the ledger.
 * @param pause Awaited after each column: a large ledger takes seconds, and other work may go on between.
 */
export async function writePack(
  columns: FilterColumns,
  revision: string,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: ReturnType<PartWriter['finish']>[] = [];
  for (const [name, write] of [
    ['core', writeCore],
    ['claims', writeClaims],
    ['names', writeNames],
  ] as const) {
    const part = new PartWriter(name, pause);
    await write(part, columns);
    parts.push(part.finish());
  }
  const header = new TextEncoder().encode(
    JSON.stringify({
      version: PACK_VERSION,
      revision,
      events: columns.events.size,
      parts: parts.map(({ part }) => part),
    } satisfies PackHeader),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const all = [new TextEncoder().encode(MAGIC), length, header, ...parts.map(({ bytes }) => bytes)];
  const pack = new Uint8Array(all.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of all) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}
