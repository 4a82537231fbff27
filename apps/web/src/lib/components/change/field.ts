import type { RecordType } from '@counterclaim/domain';
import { formatSlug } from '#lib/format/question.ts';
import { formatRegistry } from '#lib/format/registry.ts';

/** What a value of a record is, so that it can be put in words. */
export type ValueKind = 'actor' | 'place' | 'event' | 'claim' | 'date' | 'language' | 'word' | 'address' | 'text';

export interface FieldWords {
  /** What the field is called in a sentence, after "the": "number", "date of publication". */
  readonly words: string;
  readonly kind: ValueKind;
}

const EVERYWHERE: Readonly<Record<string, FieldWords>> = {
  name: { words: 'name', kind: 'text' },
  aliases: { words: 'other names', kind: 'text' },
  kind: { words: 'kind', kind: 'word' },
  refs: { words: 'ids in other datasets', kind: 'text' },
  title: { words: 'title', kind: 'text' },
};

const OWN: Readonly<Record<RecordType, Readonly<Record<string, FieldWords>>>> = {
  actor: {
    partOf: { words: 'body it is part of', kind: 'actor' },
    from: { words: 'day from which on it was', kind: 'date' },
    until: { words: 'day until which it was', kind: 'date' },
  },
  place: {
    geometry: { words: 'position', kind: 'text' },
    'geometry.type': { words: 'position', kind: 'word' },
    'geometry.longitude': { words: 'longitude', kind: 'text' },
    'geometry.latitude': { words: 'latitude', kind: 'text' },
    radiusKm: { words: 'radius in kilometres', kind: 'text' },
    precision: { words: 'precision', kind: 'word' },
    within: { words: 'place it lies within', kind: 'place' },
  },
  event: {
    time: { words: 'time', kind: 'date' },
    zone: { words: 'time zone', kind: 'text' },
    places: { words: 'places', kind: 'place' },
    'places.place': { words: 'place', kind: 'place' },
    'places.role': { words: 'role of a place', kind: 'word' },
    partOf: { words: 'event it is part of', kind: 'event' },
    context: { words: 'context', kind: 'text' },
  },
  source: {
    publisher: { words: 'publisher', kind: 'actor' },
    wire: { words: 'wire', kind: 'actor' },
    url: { words: 'address on the web', kind: 'address' },
    published: { words: 'date of publication', kind: 'date' },
    language: { words: 'language', kind: 'language' },
    textDigest: { words: 'digest of the text', kind: 'text' },
  },
  claim: {
    about: { words: 'event it is about', kind: 'event' },
    claimant: { words: 'claimant', kind: 'actor' },
    'claimant.unnamed': { words: 'claimant', kind: 'text' },
    'claimant.of': { words: 'body the claimant speaks for', kind: 'actor' },
    via: { words: 'relay', kind: 'actor' },
    channel: { words: 'platform', kind: 'word' },
    wire: { words: 'wire', kind: 'actor' },
    said: { words: 'date of the statement', kind: 'date' },
    evidence: { words: 'passage', kind: 'text' },
    paraphrase: { words: 'paraphrase', kind: 'text' },
    hedge: { words: 'hedge', kind: 'text' },
    modality: { words: 'certainty of the speaker', kind: 'word' },
    basis: { words: 'basis', kind: 'word' },
    relations: { words: 'relations to other claims', kind: 'claim' },
    'relations.repeats': { words: 'claim it repeats', kind: 'claim' },
    'relations.supersedes': { words: 'claim it supersedes', kind: 'claim' },
    'relations.retracts': { words: 'claim it takes back', kind: 'claim' },
    'relations.partOf': { words: 'claim of the whole', kind: 'claim' },
    'relations.respondsTo': { words: 'claim it responds to', kind: 'claim' },
    body: { words: 'answer', kind: 'text' },
    'body.kind': { words: 'kind of claim', kind: 'word' },
    'body.stance': { words: 'stance', kind: 'word' },
    'body.actors': { words: 'party the stance is about', kind: 'actor' },
    'body.outcome': { words: 'outcome', kind: 'word' },
    'body.persons': { words: 'persons counted', kind: 'word' },
    'body.of': { words: 'body whose people were counted', kind: 'actor' },
    'body.scope': { words: 'place counted at', kind: 'place' },
    'body.quantity': { words: 'number', kind: 'text' },
    'body.quantity.value': { words: 'number', kind: 'text' },
    'body.quantity.bound': { words: 'wording of the number', kind: 'word' },
    'body.quantity.min': { words: 'lowest number', kind: 'text' },
    'body.quantity.max': { words: 'highest number', kind: 'text' },
    'body.quantity.best': { words: 'best number', kind: 'text' },
    'body.includesPerpetrators': { words: 'counting of perpetrators', kind: 'text' },
    'body.class': { words: 'class of munition', kind: 'word' },
    'body.weapon': { words: 'weapon', kind: 'word' },
    'body.model': { words: 'model', kind: 'text' },
    'body.fate': { words: 'fate', kind: 'word' },
    'body.measure': { words: 'measure', kind: 'word' },
    'body.by': { words: 'actor counted', kind: 'actor' },
    'body.at': { words: 'date of the count', kind: 'date' },
    'body.from': { words: 'place it was launched from', kind: 'place' },
    'body.from.place': { words: 'place it was launched from', kind: 'place' },
    'body.from.vehicle': { words: 'vehicle it was launched from', kind: 'text' },
    'body.target': { words: 'target', kind: 'place' },
    'body.target.place': { words: 'target', kind: 'place' },
    'body.target.actor': { words: 'target', kind: 'actor' },
    'body.relation': { words: 'relation to the target', kind: 'word' },
    'body.object': { words: 'object damaged', kind: 'text' },
    'body.extent': { words: 'extent of the damage', kind: 'text' },
    'body.sides': { words: 'party that fought', kind: 'actor' },
    'body.value': { words: 'time', kind: 'date' },
    'body.within': { words: 'minutes either way', kind: 'text' },
    'body.place': { words: 'place', kind: 'place' },
    'body.what': { words: 'occurrence', kind: 'word' },
    'body.happened': { words: 'answer whether it happened', kind: 'text' },
    'body.topic': { words: 'topic', kind: 'word' },
  },
};

const wordsAt = (type: RecordType, path: string): FieldWords | undefined => OWN[type][path] ?? EVERYWHERE[path];

/** Whether a field, without indices of lists, has words of its own. */
export const hasWords = (type: RecordType, path: string): boolean => wordsAt(type, path) !== undefined;

/**
 * What the field of a correction is called, and what its values are. A field that nothing is written about is called as
 * the nearest one above it; one without any by its own key.
 *
 * @param field keys from the top of the record, joined by dots, with indices of lists among them
 */
export function fieldWords(type: RecordType, field: string): FieldWords {
  const keys = field.split('.').filter((key) => !/^\d+$/.test(key));
  const [first, registry] = keys;
  if (first === 'refs' && registry !== undefined) return { words: `id at ${formatRegistry(registry)}`, kind: 'text' };
  for (let length = keys.length; length > 0; length -= 1) {
    const path = keys.slice(0, length).join('.');
    const found = wordsAt(type, path);
    if (found !== undefined) return length === keys.length ? found : { ...found, kind: 'text' };
  }
  return { words: formatSlug(keys.at(-1) ?? field), kind: 'text' };
}
