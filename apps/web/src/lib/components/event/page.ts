import type { EventAnswer, HistoryPiece } from '@counterclaim/api/client';
import { isQuantity } from '@counterclaim/domain';
import { formatClock, formatDate } from '#lib/format/date.ts';
import { formatCount, formatList } from '#lib/format/number.ts';
import { formatSlug } from '#lib/format/question.ts';
import { answersGiven, type GivenAnswer } from './answers.ts';
import { type RetractedClaim, retractedClaims } from '../claim/retracted.ts';
import { type Tombstone, tombstoneOf } from '../record/tombstone.ts';
import { type Badge, badgesOf } from './badges.ts';
import { type BreakdownTable, breakdownTables } from './breakdown-table.ts';
import { type DatasetCoding, datasetCodings, isKnownFromDatasetsOnly } from './datasets.ts';
import { type NumberQuestions, numberQuestions } from './numbers.ts';
import { type EventHistory, eventHistory } from './history.ts';
import { type ClaimMatrix, claimMatrix } from './matrix.ts';
import { type OtherQuestion, otherQuestions, type Remark, remarks } from './other-questions.ts';
import type { Phrase } from './phrase.ts';
import { type PendingClaim, pendingClaims } from './pending.ts';
import { readEvent, type Reading } from './reading.ts';
import { asksForAuthor, attributionSummary, eventSentence, nameInSentence } from './sentence.ts';
import { type SourceTable, sourceTable } from './source-rows.ts';
import { type TollSection, tollSection } from './toll-section.ts';
import { type WhereSection, whereSection } from './where.ts';

/** A number under the header, with the words that say what it counts. */
export interface Figure {
  readonly value: number;
  readonly one: string;
  readonly many: string;
  /** The rule that says how it is counted, where there is one. */
  readonly rule: string | null;
}

/** A place of the event, and the places that it lies within. */
export interface PlaceLink {
  readonly name: string;
  readonly href: string;
}

/** Everything that the event page shows, worked out once on the server: components only draw it. */
export interface EventPage {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** EDTF of the event, for `<time>`. */
  readonly time: string;
  readonly when: string;
  /** What places the event, in our words. */
  readonly context: string | undefined;
  /** When it started, by those who say so. */
  readonly started: string | null;
  readonly places: readonly PlaceLink[];
  readonly status: EventAnswer['assessment']['attribution']['status'];
  readonly badges: readonly Badge[];
  readonly sentence: readonly Phrase[];
  readonly figures: readonly Figure[];
  /** ISO 8601 in UTC; `null` for everything the ledger holds. */
  readonly asOf: string | null;
  /** Only coded datasets know of it: one line instead of empty charts. */
  readonly datasetsOnly: boolean;
  readonly attribution: {
    /** Whether there is an author to ask for: of talks or a period, only if somebody names one. */
    readonly asked: boolean;
    readonly summary: string;
    readonly matrix: ClaimMatrix;
  };
  readonly toll: TollSection;
  readonly numbers: NumberQuestions;
  readonly breakdowns: readonly BreakdownTable[];
  readonly questions: readonly OtherQuestion[];
  readonly remarks: readonly Remark[];
  readonly pending: readonly PendingClaim[];
  readonly retracted: readonly RetractedClaim[];
  /** Where the ledger took the event back. */
  readonly tombstone: Tombstone | undefined;
  readonly sources: SourceTable;
  readonly datasets: readonly DatasetCoding[];
  readonly history: EventHistory;
  readonly where: WhereSection;
  readonly questionsSummary: string;
  readonly provenanceSummary: string;
  /** The sections that have something to show, in their order. */
  readonly sections: readonly { readonly id: string; readonly name: string }[];
}

function figuresOf({ known, detail }: Reading): Figure[] {
  const { origins, sources, claims } = detail.summary;
  return [
    { value: origins, one: 'independent origin', many: 'independent origins', rule: 'position.origins' },
    { value: sources, one: 'document', many: 'documents', rule: null },
    { value: claims, one: 'claim', many: 'claims', rule: null },
    {
      value: new Set(known.map(({ owner }) => owner)).size,
      one: 'claimant',
      many: 'claimants',
      rule: 'position.owner',
    },
  ];
}

/** The first place with everything around it, nearest first. */
function placesOf({ detail, places }: Reading): PlaceLink[] {
  const links: PlaceLink[] = [];
  for (let id = detail.event.places[0]?.place; id !== undefined;) {
    const place = places.get(id);
    if (place === undefined || links.some(({ href }) => href === `/places/${place.id}`)) break;
    links.push({ name: place.name, href: `/places/${place.id}` });
    id = place.within;
  }
  return links;
}

/** When the event started, by claimant: "Start: 08:40 (the Ministry of Interior Affairs)". */
function startedOf(reading: Reading, given: ReadonlyMap<string, readonly GivenAnswer[]>): string | null {
  const answers = (given.get('time:start') ?? []).filter(({ standing }) => standing === 'current');
  const clauses = answers.flatMap(({ answer, owner }) => {
    if (typeof answer !== 'object' || isQuantity(answer)) return [];
    const time = formatClock(answer.at, reading.zone);
    if (time === null) return [];
    const within = answer.within === undefined ? '' : `, give or take ${answer.within} minutes`;
    return [`${time}${within} (${nameInSentence(reading, owner)})`];
  });
  return clauses.length === 0 ? null : `Start: ${formatList(clauses, 'or')}.`;
}

/** How far the documents multiply what few had at first hand. */
function provenanceSummary({ known, detail }: Reading): string {
  const { origins, sources } = detail.summary;
  if (known.length === 0) return 'No statement was known yet.';
  const roads = formatCount(origins, 'independent origin');
  if (sources === 1) return `One document, with statements that came through ${roads}.`;
  return `${formatCount(sources, 'document')}, with statements that came through ${roads}${origins < sources ? ': some copy one wire' : ''}.`;
}

/** Which of the other questions are disputed. */
function questionsSummary(questions: readonly OtherQuestion[]): string {
  const disputed = questions.filter(({ agreement }) => agreement === 'disputed').map(({ heading }) => heading);
  if (questions.length === 0) return '';
  if (disputed.length === 0) return 'On these nobody contradicts another.';
  return `Disputed: ${formatList(disputed.map((heading) => heading.charAt(0).toLowerCase() + heading.slice(1)))}.`;
}

type Shown = Pick<
  EventPage,
  'attribution' | 'toll' | 'numbers' | 'breakdowns' | 'questions' | 'remarks' | 'sources' | 'datasetsOnly'
>;

/** Leaves out what would be empty; of an event that only datasets code, every chart. */
function sectionsOf({ attribution, toll, numbers, breakdowns, questions, remarks, sources, datasetsOnly }: Shown) {
  const { matrix } = attribution;
  const [lead] = numbers.charts;
  const all: readonly (readonly [id: string, name: string, shown: boolean])[] = [
    ['claims', 'Who did it', !datasetsOnly && matrix.rows.length + matrix.abstentions.length > 0],
    ['toll', 'How many people', !datasetsOnly && toll.lines.length > 0],
    [
      'munitions',
      lead === undefined ? 'Other numbers' : `How many ${lead.noun}`,
      !datasetsOnly && numbers.charts.length + numbers.listed.length > 0,
    ],
    ['breakdown', 'Do the parts add up', breakdowns.length > 0],
    ['questions', 'What else is said', !datasetsOnly && questions.length + remarks.length > 0],
    ['where', 'Where', true],
    ['provenance', 'Provenance', sources.rows.length > 0],
    ['sources', 'Sources', sources.rows.length > 0],
    ['datasets', 'Other datasets', true],
    ['history', 'History', true],
    ['cite', 'Cite', true],
  ];
  return all.filter(([, , shown]) => shown).map(([id, name]) => ({ id, name }));
}

/** Works out everything that the event page shows, from the API's answers. */
export function eventPage(detail: EventAnswer, pieces: readonly HistoryPiece[]): EventPage {
  const reading = readEvent(detail);
  const given: ReadonlyMap<string, readonly GivenAnswer[]> = answersGiven(reading);
  const { event, assessment } = detail;
  const parts = {
    id: event.id,
    title: event.title,
    kind: formatSlug(event.kind),
    time: event.time,
    when: formatDate(event.time, event.zone),
    context: event.context,
    started: startedOf(reading, given),
    places: placesOf(reading),
    status: assessment.attribution.status,
    badges: badgesOf(reading),
    sentence: eventSentence(reading),
    figures: figuresOf(reading),
    asOf: assessment.asOf,
    datasetsOnly: isKnownFromDatasetsOnly(reading),
    attribution: {
      asked: asksForAuthor(reading),
      summary: attributionSummary(reading),
      matrix: claimMatrix(reading, given),
    },
    toll: tollSection(reading, given),
    numbers: numberQuestions(reading, given),
    breakdowns: breakdownTables(reading),
    questions: otherQuestions(reading, given),
    remarks: remarks(reading),
    pending: pendingClaims(reading),
    retracted: retractedClaims(detail.claims, reading.sources, reading.actors),
    tombstone: tombstoneOf('event', event),
    sources: sourceTable(reading),
    datasets: datasetCodings(reading),
    history: eventHistory(reading, pieces),
    where: whereSection(reading, given),
    provenanceSummary: provenanceSummary(reading),
  };
  return { ...parts, questionsSummary: questionsSummary(parts.questions), sections: sectionsOf(parts) };
}
