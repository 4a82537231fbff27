import { canonicalJson, type Correction, type FieldChange, type Json, type RecordChange } from '@counterclaim/domain';
import type { Fate } from './grouping.ts';
import type { Reviewer } from './reviewer.ts';

/** Two values of at most so many characters together stand on one line. */
const SHORT = 60;

const MARKS = { added: '+', removed: '-', changed: '~' } as const;
const COLOURS = { added: 'green', removed: 'red', changed: 'yellow' } as const;

const valueText = (value: Json): string => (value === null ? 'nothing' : canonicalJson(value));

/** Whether one of two fields is the other, or lies within it. */
const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

function tellField(
  reviewer: Reviewer,
  { field, was, now, corrected }: FieldChange,
  corrections: readonly Correction[],
  indent: number,
): void {
  const { page } = reviewer;
  const [before, after] = [valueText(was), valueText(now)];
  const told = corrections.filter((correction) => overlap(correction.field, field));
  const why = corrected
    ? `corrected: ${told.map(({ reason }) => reason).join(' ')}`
    : reviewer.silently('no correction tells it');
  if (before.length + after.length <= SHORT) {
    page.add(`${field}: ${before} → ${after}; ${why}`, indent);
    return;
  }
  page.add(`${field}; ${why}`, indent);
  page.add(`was ${before}`, indent + 2).add(`now ${after}`, indent + 2);
}

/** Tells what differs in a record, and which corrections tell it. */
function tellChange(reviewer: Reviewer, change: RecordChange, indent: number): void {
  const { page } = reviewer;
  const { fields, corrections, lostCorrections, unfoundedCorrections, retracted, renamedFrom } = change;
  if (renamedFrom !== undefined) page.add(`renamed from ${renamedFrom}`, indent);
  if (retracted !== null) page.add(`retracted on ${retracted.date}: ${retracted.reason}`, indent);
  for (const field of fields) tellField(reviewer, field, corrections, indent);
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
