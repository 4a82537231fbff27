import type { Dictionary } from '../dictionary.ts';
import type { EventColumns, FilterColumns, PieceColumns, PlaceColumns } from '../columns.ts';
import { DictionaryBuilder } from '../dictionary.ts';
import { indexesOf } from '../indexes.ts';
import { partiesOf } from '../parties.ts';
import { type PackedTexts, textAt, TextPacker } from '../packed-text.ts';
import { eventsWithin } from './above.ts';
import { MAGIC, PACK_VERSION, type PackHeader } from './layout.ts';
import { putTogether } from './names.ts';
import { PackError } from './pack-error.ts';
import { PartReader } from './part.ts';

type PartName = 'core' | 'claims' | 'names';

/** Takes the parts out of a pack, and holds each against its checksum. */
function partsOf(
  pack: Uint8Array,
  revision: string,
): { readonly events: number; readonly part: (name: PartName) => PartReader } {
  const letters = new TextDecoder();
  if (letters.decode(pack.subarray(0, MAGIC.length)) !== MAGIC) throw new PackError('it is no pack');
  const start = MAGIC.length + 4;
  if (pack.length < start) throw new PackError('it ends within its header');
  const length = new DataView(pack.buffer, pack.byteOffset).getUint32(MAGIC.length, true);
  const header = headerOf(letters.decode(pack.subarray(start, start + length)));
  if (header.version !== PACK_VERSION)
    throw new PackError(`it is of version ${header.version}, and ${PACK_VERSION} is read here`);
  if (header.revision !== revision) throw new PackError(`it is of the release ${header.revision}, not of ${revision}`);
  let at = start + length;
  const places = new Map(
    header.parts.map((part) => {
      const from = at;
      at += part.bytes;
      return [part.name, { part, from }];
    }),
  );
  return {
    events: header.events,
    part: (name) => {
      const place = places.get(name);
      if (place === undefined) throw new PackError(`it has no part ${name}`);
      return new PartReader(place.part, pack.subarray(place.from, place.from + place.part.bytes));
    },
  };
}

function headerOf(text: string): PackHeader {
  try {
    return JSON.parse(text) as PackHeader;
  } catch (cause) {
    throw new PackError('its header is damaged', { cause });
  }
}

/**
 * Columns of a pack.
 *
 * @param revision The state of the ledger that it has to be of.
 * @throws PackError when it is damaged, of another version, or of another state of the ledger.
 */
export function readPack(pack: Uint8Array, revision: string): FilterColumns {
  const { events: size, part } = partsOf(pack, revision);
  const [core, own, names] = [part('core'), part('claims'), part('names')];
  const dictionaries = {
    datasets: dictionaryOf(names, 'datasets'),
    actors: dictionaryOf(names, 'actors'),
    sources: dictionaryOf(names, 'sources'),
    questions: dictionaryOf(names, 'questions'),
  };
  const places: PlaceColumns = {
    ...dictionaryOf(names, 'places'),
    longitude: core.numbers('places.longitude', Float64Array),
    latitude: core.numbers('places.latitude', Float64Array),
    radius: core.numbers('places.radius', Float64Array),
  };
  const claims = {
    claimant: own.numbers('claims.claimant', Int32Array),
    stance: own.numbers('claims.stance', Uint8Array),
    named: own.links('claims.named'),
  };
  const said = { ...own.links('events.claims'), known: own.numbers('events.claims.known', Uint32Array) };
  const of = { ...claims, size: claims.stance.length };
  const events: EventColumns = {
    size,
    ids: idsOf(names),
    ...timesOf(core),
    kind: core.numbers('events.kind', Uint8Array),
    dataset: core.numbers('events.dataset', Uint16Array),
    ...placesOf(core),
    sources: { ...own.links('events.sources'), known: own.numbers('events.sources.known', Uint32Array) },
    claims: said,
    ...partiesOf(size, said, of, dictionaries.actors.size),
  };
  const pieces = piecesOf(core, own);
  return {
    instants: core.numbers('instants', Float64Array),
    ...dictionaries,
    places,
    events,
    pieces,
    claims: of,
    indexes: indexesOf(events, pieces, { ...dictionaries, places }),
  };
}

function timesOf(core: PartReader): Pick<EventColumns, 'starts' | 'ends' | 'month' | 'pieces'> {
  const starts = core.numbers('events.starts', Float64Array);
  const counts = core.numbers('events.pieces', Uint32Array);
  const pieces = new Uint32Array(counts.length + 1);
  for (let event = 0; event < counts.length; event += 1) pieces[event + 1] = pieces[event] + counts[event];
  return {
    starts,
    ends: core
      .numbers('events.durations', Float64Array)
      .map((duration, event) => (Number.isFinite(starts[event]) ? starts[event] + duration : duration)),
    month: core.numbers('events.month', Int32Array),
    pieces,
  };
}

function placesOf(core: PartReader): Pick<EventColumns, 'at' | 'within'> {
  const at = core.links('events.at');
  const within = eventsWithin(at, {
    places: core.links('places.above'),
    events: [...core.numbers('events.elsewhere', Uint32Array)],
    within: core.links('events.within'),
  });
  return { at, within };
}

function piecesOf(core: PartReader, own: PartReader): PieceColumns {
  const range = (what: 'killed' | 'injured') => {
    const low = core.numbers(`pieces.${what}.low`, Int32Array);
    return { low, high: core.numbers(`pieces.${what}.more`, Int32Array).map((more, piece) => low[piece] + more) };
  };
  const [killed, injured] = [range('killed'), range('injured')];
  return {
    size: killed.low.length,
    knownFrom: core.numbers('pieces.knownFrom', Uint32Array),
    knownUntil: core.numbers('pieces.knownUntil', Uint32Array),
    claims: core.numbers('pieces.claims', Uint32Array),
    status: core.numbers('pieces.status', Uint8Array),
    agreements: core.numbers('pieces.agreements', Uint8Array),
    killedLow: killed.low,
    killedHigh: killed.high,
    injuredLow: injured.low,
    injuredHigh: injured.high,
    questions: own.links('pieces.questions'),
  };
}

function idsOf(names: PartReader): PackedTexts {
  const ids = new TextPacker();
  putTogether(names.names('events'), (id) => {
    ids.add(id);
  });
  return ids.finish();
}

function dictionaryOf(names: PartReader, name: string): Dictionary {
  const isLabelled = name !== 'datasets' && name !== 'questions';
  const builder = new DictionaryBuilder(isLabelled);
  const ids: string[] = [];
  putTogether(names.names(name), (id, label) => {
    builder.add(ids.length, id, label);
    ids.push(id);
  });
  const old = names.texts(`${name}.old`);
  names.numbers(`${name}.led`, Uint32Array).forEach((code, at) => {
    builder.redirect(textAt(old, at), ids[code]);
  });
  return builder.finish();
}
