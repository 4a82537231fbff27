import {
  type AssessmentChange,
  type AttributionChange,
  type AttributionList,
  type EventId,
  indexById,
  type Ledger,
  type LedgerComparison,
  type Owner,
  type PositionChange,
  type PositionGist,
  type QuestionChange,
  questionKind,
  type QuestionKey,
  type Range,
} from '@counterclaim/domain';
import {
  actorName,
  formatAnswer,
  formatCount,
  formatList,
  formatOwner,
  formatQuestion,
  formatRange,
  formatSlug,
} from '@counterclaim/domain/words';
import { bullets, code, plain } from './markdown.ts';

/** What the ids in assessments are called: as the later release has it, as the earlier had it where they are gone. */
interface Names {
  readonly actors: ReturnType<typeof indexById<Ledger['actors'][number]>>;
  readonly places: ReturnType<typeof indexById<Ledger['places'][number]>>;
  readonly events: ReturnType<typeof indexById<Ledger['events'][number]>>;
}

const namesIn = (before: Ledger, after: Ledger): Names => ({
  actors: indexById([...before.actors, ...after.actors]),
  places: indexById([...before.places, ...after.places]),
  events: indexById([...before.events, ...after.events]),
});

/** What an owner did to a party by standing in a list: "accused Taliban". */
const DEEDS: Readonly<Record<AttributionList, (party: string, isOwn: boolean) => string>> = {
  claimed: (party, isOwn) => (isOwn ? 'claimed it' : `claimed it for ${party}`),
  accused: (party) => `accused ${party}`,
  denied: (party, isOwn) => (isOwn ? 'denied it' : `denied it for ${party}`),
  exonerated: (party) => `exonerated ${party}`,
};

/** What stood and what stands: one text while both are the same. */
const shift = (was: string, now: string): string => (was === now ? now : `${was} → ${now}`);

/** Who came into a list or left it: "new: Taliban denied it". */
function deeds({ list, party, was, now }: AttributionChange['lists'][number], { actors }: Names): string[] {
  const told = (word: string, owners: readonly Owner[]): string[] => {
    const own = owners.filter((owner) => owner === party);
    const others = owners.filter((owner) => owner !== party);
    return [own, others].flatMap((some) =>
      some.length === 0
        ? []
        : [
            `${word}: ${formatList(some.map((owner) => formatOwner(owner, actors)))} ${DEEDS[list](actorName(party, actors), some === own)}`,
          ],
    );
  };
  return [
    ...told(
      'no longer',
      was.filter((owner) => !now.includes(owner)),
    ),
    ...told(
      'new',
      now.filter((owner) => !was.includes(owner)),
    ),
  ];
}

/** Kinds of questions whose keys hold a word of the coder's, which is no phrase. */
const CODED: Readonly<Record<string, string>> = { count: 'count', occurrence: 'whether it happened' };

/** What is asked; a word of the coder's in quotation marks. */
function asked(key: QuestionKey, names: Names): string {
  const words = formatQuestion(key, names);
  const kind = CODED[questionKind(key)];
  if (kind === undefined) return words;
  const slug = formatSlug(/^[^:]+:([^/@]+)/.exec(key)?.[1] ?? '');
  return `${kind}: ${words.replace(`${kind}: `, '').replace(slug, `“${slug}”`)}`;
}

/** What became of an owner's position: "57, revised, 2 origins → 3 origins". */
function positionText(key: QuestionKey, { owner, was, now }: PositionChange, zone: string, names: Names): string {
  const answers = ({ answers: held }: PositionGist): string =>
    held.map((answer) => formatAnswer(key, answer, zone)).join(' or ') || 'no answer';
  // That somebody kept to an answer goes without saying.
  const course = (held: PositionGist): string => (held.course === 'kept' ? '' : held.course);
  const origins = (held: PositionGist): string => formatCount(held.origins, 'origin');
  const gist = (held: PositionGist): string =>
    [answers(held), course(held), origins(held)].filter((part) => part !== '').join(', ');
  const name = formatOwner(owner, names.actors);
  if (was === null) return now === null ? name : `new from ${name}: ${gist(now)}`;
  if (now === null) return `no longer from ${name}: ${gist(was)}`;
  const moved = was.course === now.course ? course(now) : `${was.course} → ${now.course}`;
  const parts = [shift(answers(was), answers(now)), moved, shift(origins(was), origins(now))];
  return `${name}: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** What became of the answers together: "new: 2, single", "3 → 5 or more, single". */
function verdictText({ agreement, range }: QuestionChange): string {
  const verdict = (low: Range | null, high: Range | null, words: string): string =>
    low === null && high === null ? words : `${shift(formatRange(low), formatRange(high))}, ${words}`;
  if (agreement.was === null) return `new: ${verdict(range.now, range.now, agreement.now ?? '')}`;
  if (agreement.now === null) return `no longer answered: was ${verdict(range.was, range.was, agreement.was)}`;
  return verdict(range.was, range.now, shift(agreement.was, agreement.now));
}

function questionLine(change: QuestionChange, zone: string, names: Names): string {
  const held = change.positions.map((position) => positionText(change.key, position, zone, names));
  return plain(`${asked(change.key, names)}: ${[verdictText(change), ...held].join('; ')}`);
}

function lines({ event, attribution, questions }: AssessmentChange, names: Names): string[] {
  const told: string[] = [];
  if (attribution !== null) {
    const { was, now } = attribution.status;
    if (was !== now) told.push(plain(`attribution: ${shift(was ?? 'not derived', now ?? 'no longer derived')}`));
    for (const list of attribution.lists) told.push(...deeds(list, names).map(plain));
  }
  const zone = names.events.get(event)?.zone ?? 'UTC';
  return [...told, ...questions.map((question) => questionLine(question, zone, names))];
}

const title = (event: EventId, names: Names): string => {
  const found = names.events.get(event)?.title;
  return found === undefined ? code(event) : `${plain(found)} (${code(event)})`;
};

/** Assessments that changed, event by event, in Markdown; nothing where none did. */
export function changedAssessments({ assessments }: LedgerComparison, before: Ledger, after: Ledger): string {
  const names = namesIn(before, after);
  return assessments
    .map((change) => `### ${title(change.event, names)}\n\n${bullets(lines(change, names))}`)
    .join('\n');
}
