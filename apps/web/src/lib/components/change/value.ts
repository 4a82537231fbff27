import {
  type ActorId,
  type ActorIndex,
  canonicalJson,
  isQuantity,
  parseEdtf,
  type PlaceId,
  type PlaceIndex,
  type Quantity,
} from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';
import { formatLanguage } from '#lib/format/language.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatSlug } from '#lib/format/question.ts';
import { formatSpeaker } from '#lib/format/speaker.ts';
import type { ValueKind } from './field.ts';

/** Names of what values may be ids of. */
export interface ValueNames {
  readonly actors: ActorIndex;
  readonly places: PlaceIndex;
  readonly events: ReadonlyMap<string, string>;
}

/** A stretch of words, with the record that it names. */
export interface Part {
  readonly text: string;
  readonly href?: string | undefined;
}

type Json = unknown;

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids that a value of a field names, of actors, places or events. */
export function idsIn(kind: ValueKind, value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => idsIn(kind, item));
  if (isObject(value)) return ['of', 'place'].flatMap((key) => idsIn(kind, value[key]));
  return typeof value === 'string' && ['actor', 'place', 'event'].includes(kind) ? [value] : [];
}

function textOf(kind: ValueKind, value: string, names: ValueNames): Part {
  switch (kind) {
    case 'actor': {
      const actor = names.actors.get(value as ActorId);
      return { text: formatSpeaker(value as ActorId, names.actors), href: actor && `/actors/${actor.id}` };
    }
    case 'place': {
      const place = names.places.get(value as PlaceId);
      return { text: place?.name ?? value, href: place && `/places/${place.id}` };
    }
    case 'event': {
      const title = names.events.get(value);
      return { text: title ?? value, href: title && `/events/${value}` };
    }
    case 'claim':
      return { text: value, href: `/claims/${value}` };
    case 'date':
      return { text: parseEdtf(value).ok ? formatDate(value, 'UTC') : value };
    case 'language':
      return { text: formatLanguage(value) };
    case 'word':
      return { text: formatSlug(value) };
    case 'address':
      return { text: value };
    case 'text':
      return { text: `“${value}”` };
  }
}

function objectParts(value: Readonly<Record<string, Json>>, names: ValueNames): Part[] {
  if ('bound' in value && isQuantity(value as never)) return [{ text: formatQuantity(value as Quantity) }];
  if (typeof value['unnamed'] === 'string') return [{ text: formatSpeaker(value as never, names.actors) }];
  if (typeof value['place'] === 'string') return [textOf('place', value['place'], names)];
  if (typeof value['actor'] === 'string') return [textOf('actor', value['actor'], names)];
  if (typeof value['vehicle'] === 'string') return [textOf('text', value['vehicle'], names)];
  if (typeof value['name'] === 'string') return [textOf('text', value['name'], names)];
  if (value['excerpt'] === true) return [{ text: 'none, from an excerpt' }];
  if (Array.isArray(value['passages'])) return valueParts('text', value['passages'], names);
  const { paragraph, start, end } = value;
  if (paragraph !== undefined && start !== undefined && end !== undefined) {
    return [{ text: `¶ ${canonicalJson(paragraph)}, ${canonicalJson(start)}–${canonicalJson(end)}` }];
  }
  if (value['type'] === 'none') return [{ text: 'no position' }];
  return namedParts(value, names);
}

/** An object that has no form of its own, as its keys with their values: what it is first. */
function namedParts(value: Readonly<Record<string, Json>>, names: ValueNames): Part[] {
  const rank = (key: string): number => (['kind', 'type'].includes(key) ? 0 : 1);
  return Object.keys(value)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .flatMap((key, index) => {
      const item = value[key];
      const kind = typeof item === 'string' && /^[a-z0-9-]+$/.test(item) ? 'word' : 'text';
      const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return [{ text: `${index === 0 ? '' : ', '}${words} ` }, ...valueParts(kind, item, names)];
    });
}

/** A value as it stood in a record, in words: numbers, dates and names rather than ids. */
export function valueParts(kind: ValueKind, value: Json, names: ValueNames): Part[] {
  if (value === null || value === undefined) return [{ text: 'nothing' }];
  if (typeof value === 'string') return [textOf(kind, value, names)];
  if (typeof value === 'number') return [{ text: Number.isInteger(value) ? formatNumber(value) : String(value) }];
  if (typeof value === 'boolean') return [{ text: value ? 'yes' : 'no' }];
  if (Array.isArray(value)) {
    if (value.length === 0) return [{ text: 'nothing' }];
    return value.flatMap((item: Json, index) => [
      ...(index === 0 ? [] : [{ text: ', ' }]),
      ...valueParts(kind, item, names),
    ]);
  }
  return isObject(value) ? objectParts(value, names) : [{ text: canonicalJson(value) }];
}
