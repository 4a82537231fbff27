import type { Actor, Claim, ClaimBody, Dossier, Source } from '../src/index.ts';

/** Actors of a small made-up world, for examples. */
const ACTORS: readonly { id: string; kind: Actor['kind']; partOf?: string }[] = [
  { id: 'gov', kind: 'state' },
  { id: 'ministry', kind: 'ministry', partOf: 'gov' },
  { id: 'spokesman', kind: 'office-holder', partOf: 'ministry' },
  { id: 'police', kind: 'police', partOf: 'ministry' },
  { id: 'rebels', kind: 'armed-group' },
  { id: 'rebel-wing', kind: 'armed-group', partOf: 'rebels' },
  { id: 'militia', kind: 'armed-group' },
  { id: 'un', kind: 'international-organisation' },
  { id: 'wire', kind: 'publication' },
  { id: 'other-wire', kind: 'publication' },
  { id: 'paper', kind: 'publication' },
  { id: 'dataset', kind: 'dataset' },
];

export interface ClaimDraft extends Partial<
  Omit<Claim, 'id' | 'about' | 'claimant' | 'via' | 'wire' | 'relations' | 'body'>
> {
  readonly id?: string;
  readonly about?: readonly string[];
  readonly claimant: unknown;
  readonly via?: readonly string[];
  readonly wire?: string;
  /** When the document appeared. */
  readonly published?: string;
  readonly relations?: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export const killed = (quantity: object, more: object = {}): ClaimBody =>
  ({ kind: 'casualties', outcome: 'killed', persons: 'all', quantity, ...more }) as ClaimBody;
export const blame = (stance: string, ...actors: unknown[]): ClaimBody =>
  ({ kind: 'responsibility', stance, actors }) as ClaimBody;
export const exact = (value: number) => ({ bound: 'exact', value });

/** A dossier of claims about the event `attack` of 21 November 2020, 08:00 in Kabul; each stands in a document of its own. */
export function dossierOfDrafts(drafts: readonly ClaimDraft[]): Dossier {
  const sources: Source[] = [];
  const claims = drafts.map(({ published, ...draft }, index) => {
    const source = `document-${index}`;
    sources.push({
      id: source,
      title: source,
      publisher: 'paper',
      language: 'en',
      kind: 'article',
      ...(published === undefined ? {} : { published }),
    } as Source);
    return {
      id: `${source}/claim`,
      source,
      about: ['attack'],
      evidence: { excerpt: true },
      paraphrase: `claim ${index}`,
      modality: 'asserted',
      ...draft,
    } as unknown as Claim;
  });
  return {
    event: {
      id: 'attack',
      title: 'Attack',
      kind: 'attack',
      time: '2020-11-21T08:00+04:30',
      zone: 'Asia/Kabul',
      places: [],
    },
    claims,
    sources,
    actors: ACTORS.map((actor) => ({ name: actor.id, ...actor })),
    places: [],
  } as unknown as Dossier;
}
