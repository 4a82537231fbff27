import {
  type Actor,
  type Claim,
  type Dossier,
  type Event,
  type Place,
  type Source,
  wordsOf,
} from '@counterclaim/domain';

/** Folded words, each once, as text indexes take them. */
export const indexText = (texts: Iterable<string>): string => wordsOf([...texts].join('\n')).join(' ');

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
