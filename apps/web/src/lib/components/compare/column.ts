import type { AttributionStatus } from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';
import { formatEventKind } from '#lib/format/kind.ts';
import { formatCount, formatList } from '#lib/format/number.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { comparisonUrl } from '#lib/state/comparison-query.ts';
import { actorName, type Reading } from '../event/reading.ts';
import { asksForAuthor, attributionClauses } from '../event/sentence.ts';
import type { Coding } from './codings.ts';

/** What stands side by side: an event, or one event as somebody codes it. */
export interface ComparisonColumn {
  /** What sentences call it: "A", "UCDP GED", "other statements". */
  readonly label: string;
  readonly title: string;
  readonly href: string;
  /** EDTF of the event, and in words. */
  readonly time: string;
  readonly when: string;
  readonly kind: string;
  readonly where: string;
  readonly dataset: string;
  /** "12 claims in 3 documents, 2 independent origins". */
  readonly rests: string;
  /** Whether there is an author to ask for. */
  readonly asked: boolean;
  readonly status: AttributionStatus;
  /** Who claims, who accuses whom, who denies. */
  readonly attribution: readonly string[];
  /** The day on which the ledger took the event back, in words. */
  readonly retracted: string | undefined;
  /** The comparison without it; absent for a part of one event. */
  readonly without: string | undefined;
}

/** The letter that stands for an event in the sentences of a comparison. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

interface Name {
  readonly label: string;
  readonly title: string;
  readonly without?: string | undefined;
}

function columnOf(reading: Reading, { label, title, without }: Name, asked: boolean): ComparisonColumn {
  const { detail, assessment, zone } = reading;
  const { event, dataset, summary } = detail;
  return {
    label,
    title,
    href: `/events/${event.id}`,
    time: event.time,
    when: formatDate(event.time, zone),
    kind: capitalise(formatEventKind(event.kind)),
    where: formatList(summary.places.map(({ name }) => name)),
    dataset,
    rests: `${formatCount(summary.claims, 'claim')} in ${formatCount(summary.sources, 'document')}, ${formatCount(summary.origins, 'independent origin')}`,
    asked,
    status: assessment.attribution.status,
    attribution: asked ? attributionClauses(reading).map(capitalise) : [],
    retracted: event.retracted === undefined ? undefined : formatDate(event.retracted.date, 'UTC'),
    without,
  };
}

/** Events side by side, each with the way to leave it out. */
export const eventColumns = (readings: readonly Reading[], asOf: string | undefined): ComparisonColumn[] =>
  readings.map((reading, index) => {
    const others = readings.filter((other) => other !== reading).map(({ detail }) => detail.event.id);
    const name = {
      label: letterOf(index),
      title: reading.detail.event.title,
      without: comparisonUrl(others, asOf),
    };
    return columnOf(reading, name, asksForAuthor(reading));
  });

/** One event as several code it. */
export const codingColumns = (codings: readonly Coding[]): ComparisonColumn[] =>
  codings.map(({ dataset, reading }) => {
    if (dataset === null) {
      return columnOf(reading, { label: 'other statements', title: 'As statements have it' }, asksForAuthor(reading));
    }
    const label = actorName(reading, dataset);
    // A dataset that names nobody does not say that nobody claims it: it has no column for that.
    const names = reading.assessment.attribution.status !== 'unclaimed';
    return columnOf(reading, { label, title: `As ${label} codes it` }, names);
  });
