import {
  type ActorId,
  type AssessmentChange,
  type AttributionList,
  type EventId,
  indexById,
  type Ledger,
  type LedgerComparison,
  type Owner,
  type PositionGist,
  type QuestionChange,
} from '@counterclaim/domain';
import {
  actorName,
  formatAnswer,
  formatCount,
  formatList,
  formatOwner,
  formatQuestion,
  formatRange,
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

const LIST_WORDS: Readonly<Record<AttributionList, string>> = {
  claimed: 'claimed for',
  accused: 'accused',
  denied: 'denied for',
  exonerated: 'exonerated',
};

/** What stood and what stands: one text while both are the same. */
const shift = (was: string, now: string): string => (was === now ? now : `${was} → ${now}`);

const ownersText = (owners: readonly Owner[], { actors }: Names): string =>
  owners.length === 0 ? 'nobody' : formatList(owners.map((owner) => formatOwner(owner, actors)));

function questionLine({ key, agreement, range, positions }: QuestionChange, zone: string, names: Names): string {
  const told: string[] = [];
  if (range.was !== null || range.now !== null) told.push(shift(formatRange(range.was), formatRange(range.now)));
  told.push(shift(agreement.was ?? 'not asked', agreement.now ?? 'no longer asked'));
  const gist = (held: PositionGist | null): string =>
    held === null
      ? 'none'
      : `${held.answers.map((answer) => formatAnswer(key, answer, zone)).join(' or ') || 'none'}, ${held.course}, ${formatCount(held.origins, 'origin')}`;
  const held = positions.map(
    ({ owner, was, now }) => `${formatOwner(owner, names.actors)} (${shift(gist(was), gist(now))})`,
  );
  return plain(`${formatQuestion(key, names)}: ${[...told, ...held].join('; ')}`);
}

function lines({ event, attribution, questions }: AssessmentChange, names: Names): string[] {
  const told: string[] = [];
  if (attribution !== null) {
    const { was, now } = attribution.status;
    if (was !== now) told.push(plain(`attribution: ${shift(was ?? 'not derived', now ?? 'no longer derived')}`));
    for (const { list, party, ...by } of attribution.lists) {
      const name = actorName(party satisfies ActorId, names.actors);
      told.push(plain(`${LIST_WORDS[list]} ${name} by ${shift(ownersText(by.was, names), ownersText(by.now, names))}`));
    }
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
