import { canonicalJson, type Correction, type FieldChange, type Json, type RecordChange } from '@counterclaim/domain';
import type { Fate } from './grouping.ts';
import type { Page } from '../../terminal/page.ts';
import type { Reviewer } from './reviewer.ts';

/** Two values of at most so many characters together stand on one line. */
const SHORT = 60;

const MARKS = { added: '+', removed: '-', changed: '~' } as const;
const COLOURS = { added: 'green', removed: 'red', changed: 'yellow' } as const;

const valueText = (value: Json): string => (value === null ? 'nothing' : canonicalJson(value));

/** Whether one of two fields is the other, or lies within it. */
const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** What tells of a changed value: each reason once, in the order of the corrections. */
function whyOf(reviewer: Reviewer, { field, corrected }: FieldChange, corrections: readonly Correction[]): string {
  if (!corrected) return reviewer.silently('no correction tells it');
  const told = corrections.filter((correction) => overlap(correction.field, field));
  return `corrected: ${[...new Set(told.map(({ reason }) => reason))].join(' ')}`;
}

/** @param why What tells of it; nothing where that stands above. */
function tellField(page: Page, { field, was, now }: FieldChange, why: string | undefined, indent: number): void {
  const [before, after] = [valueText(was), valueText(now)];
  const end = why === undefined ? '' : `; ${why}`;
  if (before.length + after.length <= SHORT) {
    page.add(`${field}: ${before} → ${after}${end}`, indent);
    return;
  }
  page.add(`${field}${end}`, indent);
  page.add(`was ${before}`, indent + 2).add(`now ${after}`, indent + 2);
}

/** Tells values that changed; those that were corrected for one reason stand together under it. */
function tellFields(
  reviewer: Reviewer,
  fields: readonly FieldChange[],
  corrections: readonly Correction[],
  indent: number,
): void {
  const groups = Map.groupBy(fields, (field) => (field.corrected ? whyOf(reviewer, field, corrections) : field));
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const why = whyOf(reviewer, first, corrections);
    if (group.length === 1) tellField(reviewer.page, first, why, indent);
    else {
      reviewer.page.add(why, indent);
      for (const field of group) tellField(reviewer.page, field, undefined, indent + 2);
    }
  }
}

/** Tells what differs in a record, and which corrections tell it. */
function tellChange(reviewer: Reviewer, change: RecordChange, indent: number): void {
  const { page } = reviewer;
  const { fields, corrections, lostCorrections, unfoundedCorrections, retracted, renamedFrom } = change;
  if (renamedFrom !== undefined) page.add(`renamed from ${renamedFrom}`, indent);
  if (retracted !== null) page.add(`retracted on ${retracted.date}: ${retracted.reason}`, indent);
  tellFields(reviewer, fields, corrections, indent);
  for (const { field, was, now } of unfoundedCorrections) {
    page.add(
      `${page.paint('bold', 'UNFOUNDED')}: a correction of ${field} from ${valueText(was)} to ${valueText(now)} is not what happened`,
      indent,
    );
  }
  for (const { field, date } of lostCorrections) {
    page.add(reviewer.silently(`the correction of ${field} of ${date} is gone, or was altered`), indent);
  }
}

/** Tells what became of a record, under its type and id. */
export function tellFate(reviewer: Reviewer, fate: Fate, indent: number): void {
  const { page } = reviewer;
  const { kind, record } = fate;
  // A claim stands under its document.
  const id = record.type === 'claim' ? record.id.slice(record.id.indexOf('/') + 1) : record.id;
  const head = `${page.paint(COLOURS[kind], MARKS[kind])} ${record.type} ${page.paint('bold', id)}`;
  if (kind === 'removed') {
    const { redirect } = record;
    const why =
      redirect === null
        ? reviewer.silently('it went, and no redirect leads from its id')
        : `is ${redirect.to} since ${redirect.date}: ${redirect.reason}`;
    page.add(`${head}: ${why}`, indent);
    return;
  }
  page.add(`${head}: ${reviewer.caption(record)}`, indent);
  if (kind === 'changed') tellChange(reviewer, record, indent + 4);
}
