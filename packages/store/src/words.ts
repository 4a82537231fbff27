import {
  type Actor,
  type Claim,
  type Dossier,
  type Event,
  type Place,
  type Source,
  wordsOf,
} from '@counterclaim/domain';

/** Words of texts that were folded last: names and titles come again and again. */
const folded = new Map<string, readonly string[]>();

/** Texts remembered, and how long one may be for that. */
const REMEMBERED = 20_000;
const SHORT = 200;

function wordsIn(text: string): readonly string[] {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const words = wordsOf(text);
  if (text.length > SHORT) return words;
  if (folded.size >= REMEMBERED) folded.clear();
  folded.set(text, words);
  return words;
}

/** Folded words, each once. */
export function wordsOfAll(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of wordsIn(text)) words.add(word);
  return words;
}

/** Folded words, each once, as text indexes take them. */
export const indexText = (texts: Iterable<string>): string => [...wordsOfAll(texts)].join(' ');

/** The names under which an actor or a place is found. */
export const namesOf = ({ name, aliases = [] }: Actor | Place): string[] => [
  name,
  ...aliases.map((alias) => alias.name),
];

/** The texts by which a list of sources finds a document. */
export const sourceTexts = (source: Source, publishers: readonly Actor[]): string[] => [
  source.title,
  ...publishers.flatMap(namesOf),
];

/** What an event is found by whoever said what: its title, and its places with those around them. */
export const eventTexts = (event: Event, places: readonly Place[]): string[] => [
  event.title,
  ...places.flatMap(namesOf),
];

/** What a claim is found by: its paraphrase, its document's title, and the names of those in it with the bodies above them. */
export const claimTexts = (
  claim: Claim,
  source: Source,
  { actors, places }: Pick<Dossier, 'actors' | 'places'>,
): string[] => [claim.paraphrase, source.title, ...actors.flatMap(namesOf), ...places.flatMap(namesOf)];
