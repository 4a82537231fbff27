import { createHash } from 'node:crypto';
import {
  type Claim,
  type ClaimBody,
  type Ledger,
  normaliseText,
  paragraphsOf,
  type Passage,
  type Source,
} from '@counterclaim/domain';

/* Invented, from the first word to the last. */

export const ENGLISH = `Two people were injured at the Old Harbour, the spokesman of the harbour authority said on Thursday.

In the evening the authority gave the number as three. One of them worked for it.

“We were not there”, the Northern Front wrote — 📦 and said no more.

Nobody counted the crates.
`;

export const PERSIAN = `سخنگوی اداره بندر گفت دو نفر زخمی شدند.

جبهه شمال نوشت: ما آنجا نبودیم.
`;

export const EVENT = '2020-01-02-old-harbour';
export const ARDEN = 'arden-herald-2020-01-03';
export const CHAPAR = 'chapar-bandar-2020-01-03';
export const EXCERPT = 'harbour-wire-2020-01-03';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The passage that words make in a text. */
function passage(text: string, words: string): Passage {
  const paragraphs = paragraphsOf(normaliseText(text));
  const index = paragraphs.findIndex((paragraph) => paragraph.includes(words));
  const paragraph = paragraphs[index];
  if (paragraph === undefined) throw new TypeError(`“${words}” is not in the text`);
  const start = Array.from(paragraph.slice(0, paragraph.indexOf(words))).length;
  return { paragraph: index + 1, start, end: start + Array.from(words).length, sha256: sha256(words) };
}

const injured = (value: number): ClaimBody => ({
  kind: 'casualties',
  outcome: 'injured',
  persons: 'all',
  quantity: { bound: 'exact', value },
});
const denial = { kind: 'responsibility', stance: 'denies', actors: ['northern-front'] } as unknown as ClaimBody;

function claim(
  source: string,
  slug: string,
  claimant: string,
  body: ClaimBody,
  paraphrase: string,
  passages: readonly Passage[],
): Claim {
  return {
    id: `${source}/${slug}`,
    source,
    about: [EVENT],
    claimant,
    evidence: passages.length > 0 ? { passages } : { excerpt: true },
    paraphrase,
    modality: 'asserted',
    body,
  } as unknown as Claim;
}

const source = (id: string, title: string, language: string, text?: string): Source =>
  ({
    id,
    title,
    publisher: 'arden-herald',
    published: '2020-01-03',
    language,
    kind: 'article',
    ...(text === undefined ? { url: 'https://example.org/wire' } : { textDigest: sha256(normaliseText(text)) }),
  }) as unknown as Source;

const actor = (id: string, name: string, kind: string, partOf?: string) => ({
  id,
  name,
  kind,
  ...(partOf === undefined ? {} : { partOf }),
});

/** A ledger of one event in three documents: one coded from its text, one of a text in Persian, one from an excerpt. */
export const LEDGER = {
  dataset: 'made-up',
  digest: 'a'.repeat(64),
  actors: [
    actor('arden-herald', 'Arden Herald', 'publication'),
    actor('harbour-authority', 'Harbour Authority of Arden', 'government-body'),
    actor('northern-front', 'Northern Front', 'armed-group'),
  ],
  places: [
    {
      id: 'old-harbour',
      name: 'Old Harbour',
      kind: 'site',
      geometry: { type: 'point', longitude: 12.51, latitude: -3.26 },
      radiusKm: 1,
      precision: 'near',
    },
  ],
  events: [
    {
      id: EVENT,
      title: 'Explosions at the Old Harbour',
      kind: 'attack',
      time: '2020-01-02',
      zone: 'Africa/Luanda',
      places: [{ place: 'old-harbour', role: 'struck' }],
    },
  ],
  sources: [
    source(ARDEN, 'Explosions at the Old Harbour: two tolls, and a denial', 'en', ENGLISH),
    source(CHAPAR, 'Explosions at the Old Harbour: a toll, and a denial', 'fa', PERSIAN),
    source(EXCERPT, 'Explosions at the Old Harbour: a toll', 'en'),
  ],
  claims: [
    claim(ARDEN, 'first-toll', 'harbour-authority', injured(2), 'The authority first gave two injured.', [
      passage(ENGLISH, 'Two people were injured at the Old Harbour'),
    ]),
    // Overlaps the passage before it.
    claim(ARDEN, 'place', 'harbour-authority', injured(2), 'It placed them at the Old Harbour.', [
      passage(ENGLISH, 'injured at the Old Harbour, the spokesman'),
    ]),
    claim(ARDEN, 'later-toll', 'harbour-authority', injured(3), 'The authority later gave three injured.', [
      passage(ENGLISH, 'the authority gave the number as three'),
      passage(ENGLISH, 'One of them worked for it'),
    ]),
    claim(ARDEN, 'front-denies', 'northern-front', denial, 'The Northern Front said that it had no part in it.', [
      passage(ENGLISH, '“We were not there”, the Northern Front wrote — 📦'),
    ]),
    claim(ARDEN, 'no-passage', 'arden-herald', injured(3), 'The paper gave three injured in its headline.', []),
    claim(CHAPAR, 'toll', 'harbour-authority', injured(2), 'The authority gave two injured.', [
      passage(PERSIAN, 'دو نفر زخمی شدند'),
    ]),
    claim(CHAPAR, 'denial', 'northern-front', denial, 'The Northern Front denied it.', [
      passage(PERSIAN, 'ما آنجا نبودیم'),
    ]),
    claim(EXCERPT, 'toll', 'harbour-authority', injured(2), 'A wire gave two injured.', []),
  ],
  redirects: [],
} as unknown as Ledger;
