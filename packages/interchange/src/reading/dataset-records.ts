import { hash } from 'node:crypto';
import tzLookup from '@photostructure/tz-lookup';
import {
  type Actor,
  type ActorId,
  type ActorKind,
  type Claim,
  type ClaimBody,
  claimIdOf,
  ensureActorId,
  ensureEventId,
  ensureSourceId,
  type EventId,
  fold,
  isTimeZone,
  type LedgerItem,
  type Place,
  type PlaceId,
  type Source,
} from '@counterclaim/domain';
import type { Release } from '../codec.ts';
import { rowDocument } from './row-document.ts';
import { RowIds } from './row-ids.ts';
import type { RowReader } from './row-reader.ts';

/** Longest slug of a name within an id, in characters. */
const NAME_LENGTH = 40;

/** The id of an actor that a dataset knows by its name alone: some words of it, and a digest that tells it from others. */
export function namedActorId(dataset: string, name: string): ActorId {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-|-$/g, '');
  const digest = hash('sha256', name).slice(0, 12);
  return ensureActorId(`${dataset}-actor-${words === '' ? '' : `${words}-`}${digest}`);
}

/** The zone in which the days of a point are counted. */
export function zoneAt({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const zone = tzLookup(latitude, longitude);
  return isTimeZone(zone) ? zone : 'Etc/UTC';
}

/** A text in as many characters, cut at the end of a word where it is longer. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const end = cut.lastIndexOf(' ');
  return `${end > most / 2 ? cut.slice(0, end) : cut}…`;
}

const MOST_PARAPHRASE = 400;

/** How a claim of a row differs from others of it. */
export type ClaimDetail = Partial<
  Pick<Claim, 'basis' | 'channel' | 'claimant' | 'hedge' | 'modality' | 'relations' | 'said' | 'via'>
>;

/** The records of one row as they come together: those of others that it is the first to name, then its own. */
export interface RowRecords {
  readonly items: LedgerItem[];
  readonly source: Source['id'];
  readonly event: EventId;
  /** Adds a claim by the dataset, of which the row is an excerpt. */
  readonly claim: (slug: string, paraphrase: string, body: ClaimBody, detail?: ClaimDetail) => Claim['id'];
}

/** What a decoder remembers from row to row: which actors, places and rows there were. */
export class DatasetRecords {
  readonly maker: Actor;
  readonly release: Release;
  readonly ids = new RowIds();
  readonly #kinds = new Map<ActorId, ActorKind>();
  readonly #places = new Set<PlaceId>();

  constructor(release: Release) {
    this.release = release;
    this.maker = { id: ensureActorId(release.dataset), name: release.title, kind: 'dataset' };
  }

  /** Begins the records of a row: its event is yet to be added, before the first claim. */
  row(id: string): RowRecords {
    const { dataset } = this.release;
    const items: LedgerItem[] = [];
    const source = ensureSourceId(`${dataset}-${id}`);
    const event = ensureEventId(`${dataset}-${id}`);
    const claim: RowRecords['claim'] = (slug, paraphrase, body, detail = {}) => {
      const value: Claim = {
        id: claimIdOf(source, slug),
        source,
        about: [event],
        claimant: this.maker.id,
        evidence: { excerpt: true },
        paraphrase: shorten(paraphrase, MOST_PARAPHRASE),
        modality: 'asserted',
        ...detail,
        body,
      };
      items.push({ type: 'claim', value });
      return value.id;
    };
    return { items, source, event, claim };
  }

  /** The document that a row is. */
  document(id: string): LedgerItem {
    return { type: 'source', value: rowDocument(id, this.release) };
  }

  /** Adds an actor to a row's records where it is the first to name it; one of another kind than before is a problem. */
  actor(value: Actor, row: RowReader, column: string, items: LedgerItem[]): ActorId {
    const known = this.#kinds.get(value.id);
    if (known === undefined) {
      this.#kinds.set(value.id, value.kind);
      items.push({ type: 'actor', value });
    } else if (known !== value.kind) {
      row.report(
        'noted',
        column,
        `${JSON.stringify(value.name)} is of another kind here than before: ${value.kind}, and ${known}`,
        'the first is taken',
      );
    }
    return value.id;
  }

  /** Adds a place to a row's records where it is the first to name it. */
  place(value: Place, items: LedgerItem[]): PlaceId {
    if (!this.#places.has(value.id)) {
      this.#places.add(value.id);
      items.push({ type: 'place', value });
    }
    return value.id;
  }
}
