import type {
  ActorIndex,
  AssessmentChange,
  AttributionChange,
  PositionChange,
  PositionGist,
  QuestionChange,
  QuestionKey,
} from '@counterclaim/domain';
import { actorName, formatAnswer, formatCount, formatOwner, formatRange } from '@counterclaim/domain/words';
import type { Page } from '../../terminal/page.ts';

/** What names and clocks are needed to tell an event's assessment. */
export interface AssessmentNames {
  readonly actors: ActorIndex;
  /** IANA zone of the event. */
  readonly zone: string;
}

const shift = (was: string, now: string): string => (was === now ? now : `${was} → ${now}`);

function tellAttribution(
  page: Page,
  { status, lists }: AttributionChange,
  { actors }: AssessmentNames,
  indent: number,
): void {
  page.add(`attribution ${shift(status.was ?? 'none', status.now ?? 'none')}`, indent);
  for (const { list, party, was, now } of lists) {
    const came = now.filter((owner) => !was.includes(owner)).map((owner) => `+ ${formatOwner(owner, actors)}`);
    const went = was.filter((owner) => !now.includes(owner)).map((owner) => `- ${formatOwner(owner, actors)}`);
    page.add(`${list} ${actorName(party, actors)}: ${[...went, ...came].join(', ')}`, indent + 2);
  }
}

const answersText = (key: QuestionKey, { answers }: PositionGist, { zone }: AssessmentNames): string =>
  answers.map((answer) => formatAnswer(key, answer, zone)).join(' / ');

function tellPosition(
  page: Page,
  key: QuestionKey,
  { owner, was, now }: PositionChange,
  names: AssessmentNames,
  indent: number,
): void {
  const name = formatOwner(owner, names.actors);
  if (was === null || now === null) {
    const held = was ?? now;
    page.add(`${was === null ? '+' : '-'} ${name}: ${held === null ? '' : answersText(key, held, names)}`, indent);
    return;
  }
  const beside = [
    ...(was.course === now.course ? [] : [`${was.course} → ${now.course}`]),
    ...(was.origins === now.origins ? [] : [`${was.origins} → ${formatCount(now.origins, 'origin')}`]),
  ];
  const answers = shift(answersText(key, was, names), answersText(key, now, names));
  page.add(`~ ${name}: ${[answers, ...beside].join(', ')}`, indent);
}

/** What became of a question: "range 2–8 → 2–10, agreement compatible → disputed". */
function questionText({ agreement, range }: QuestionChange): string {
  if (agreement.was === null || agreement.now === null) {
    const verdict = [range.was ?? range.now]
      .flatMap((found) => (found === null ? [] : [formatRange(found)]))
      .concat(agreement.was ?? agreement.now ?? '')
      .join(', ');
    return agreement.was === null ? `new: ${verdict}` : `gone: was ${verdict}`;
  }
  const [low, high] = [formatRange(range.was), formatRange(range.now)];
  return [
    ...(low === high ? [] : [`range ${low} → ${high}`]),
    ...(agreement.was === agreement.now ? [] : [`agreement ${agreement.was} → ${agreement.now}`]),
  ].join(', ');
}

/** Tells what is derived of an event otherwise than before. */
export function tellAssessment(
  page: Page,
  { attribution, questions }: AssessmentChange,
  names: AssessmentNames,
  indent: number,
): void {
  if (attribution !== null) tellAttribution(page, attribution, names, indent);
  // Of an event that came or went, whose every question did, positions would only repeat the claims.
  const whole = attribution !== null && (attribution.status.was === null || attribution.status.now === null);
  for (const question of questions) {
    page.add(`${page.paint('bold', question.key)}  ${questionText(question)}`, indent);
    if (!whole)
      for (const position of question.positions) tellPosition(page, question.key, position, names, indent + 2);
  }
}
