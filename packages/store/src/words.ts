import {
  type Actor,
  type Claim,
  type Dossier,
  type Event,
  type Place,
  remembering,
  type Source,
  wordsOf,
} from '@counterclaim/domain';

/** Words by the record that they are the names of: a load reads an actor or a place once, and asks for it again and again. */
const named = new WeakMap<Actor | Place, readonly string[]>();

/** Characters beyond which a text is hardly ever said again. */
const LONG = 200;

/** The rows of a dataset say much the same of one event and another: of titles and paraphrases most are repeats. */
const wordsOfShort = remembering(2_000, wordsOf);

const wordsIn = (text: string): readonly string[] => (text.length > LONG ? wordsOf(text) : wordsOfShort(text));

/** Folded words of all names of an actor or a place. */
function namesIn(record: Actor | Place): readonly string[] {
  let words = named.get(record);
  if (words === undefined) {
    const { name, aliases = [] } = record;
    named.set(record, (words = [name, ...aliases.map((alias) => alias.name)].flatMap(wordsOf)));
  }
  return words;
}

/** The document whose title was folded last: the claims of one come together. */
let titled: { readonly title: string; readonly words: readonly string[] } = { title: '', words: [] };

function titleIn({ title }: Source): readonly string[] {
  if (titled.title !== title) titled = { title, words: wordsOf(title) };
  return titled.words;
}

const add = (words: Set<string>, records: Iterable<Actor | Place>): void => {
  for (const record of records) for (const word of namesIn(record)) words.add(word);
};

/** Folded words, each once, as text indexes take them. */
export const indexText = (words: Iterable<string>): string => [...words].join(' ');

/** Words by which an actor or a place is found. */
export const nameWords = (record: Actor | Place): ReadonlySet<string> => new Set(namesIn(record));

/** Words by which a list of sources finds a document: its title, and who published it. */
export function sourceWords(source: Source, publishers: readonly Actor[]): ReadonlySet<string> {
  const words = new Set(titleIn(source));
  add(words, publishers);
  return words;
}

/** Words by which an event is found whoever said what: its title, and its places with those around them. */
export function eventWords(event: Event, places: readonly Place[]): ReadonlySet<string> {
  const words = new Set(wordsIn(event.title));
  add(words, places);
  return words;
}

/** Words by which a claim is found: its paraphrase, its document's title, and the names of those in it with the bodies above them. */
export function claimWords(
  claim: Claim,
  source: Source,
  { actors, places }: Pick<Dossier, 'actors' | 'places'>,
): ReadonlySet<string> {
  const words = new Set(wordsIn(claim.paraphrase));
  for (const word of titleIn(source)) words.add(word);
  add(words, actors);
  add(words, places);
  return words;
}
