import {
  canonicalJson,
  compareLedgers,
  type Ledger,
  type LedgerComparison,
  type RecordType,
} from '@counterclaim/domain';
import { formatNumber } from '@counterclaim/domain/words';
import type { ListedRelease } from '@counterclaim/data';
import { changedAssessments } from './changed-assessments.ts';
import { bullets, code, plain, table } from './markdown.ts';

/** A release with its records. */
export interface Released {
  readonly listed: Omit<ListedRelease, 'files'>;
  readonly ledger: Ledger;
}

type Lists = keyof ListedRelease['counts'];

const LISTS: Readonly<Record<RecordType, Lists>> = {
  event: 'events',
  claim: 'claims',
  source: 'sources',
  actor: 'actors',
  place: 'places',
};
const TYPES = Object.keys(LISTS) as RecordType[];

type AnyRecord = Ledger[Lists][number];

const recordsOf = (ledger: Ledger): AnyRecord[] =>
  Object.values(LISTS).flatMap((list): readonly AnyRecord[] => ledger[list]);

/** What a record is, in words of ours. */
function captionOf(record: AnyRecord): string {
  if ('paraphrase' in record) return record.paraphrase;
  return 'title' in record ? record.title : record.name;
}

const signed = (difference: number): string =>
  difference < 0 ? `−${formatNumber(-difference)}` : `${difference > 0 ? '+' : ''}${formatNumber(difference)}`;

const TOTALS: readonly { readonly label: string; readonly of: (release: Released) => number }[] = [
  ...Object.values(LISTS).map((list) => ({ label: list, of: ({ listed }: Released) => listed.counts[list] })),
  {
    label: 'corrections',
    of: ({ ledger }) => recordsOf(ledger).reduce((sum, { corrections = [] }) => sum + corrections.length, 0),
  },
  {
    label: 'retracted records',
    of: ({ ledger }) => recordsOf(ledger).filter(({ retracted }) => retracted !== undefined).length,
  },
  { label: 'redirects', of: ({ ledger }) => ledger.redirects.length },
];

function totals(before: Released | undefined, after: Released): string {
  const { version } = after.listed;
  if (before === undefined) {
    return table(
      [{ text: 'Total of' }, { text: version, n: true }],
      TOTALS.map(({ label, of }) => [label, formatNumber(of(after))]),
    );
  }
  return table(
    [
      { text: 'Total of' },
      { text: before.listed.version, n: true },
      { text: version, n: true },
      { text: 'difference', n: true },
    ],
    TOTALS.map(({ label, of }) => [
      label,
      formatNumber(of(before)),
      formatNumber(of(after)),
      signed(of(after) - of(before)),
    ]),
  );
}

function added({ added: keys }: LedgerComparison, { ledger }: Released): string {
  return TYPES.flatMap((type) => {
    const ids = new Set(keys.filter((key) => key.type === type).map(({ id }) => id));
    if (ids.size === 0) return [];
    const all: readonly AnyRecord[] = ledger[LISTS[type]];
    const records = all.filter(({ id }) => ids.has(id));
    const list = LISTS[type];
    const heading = `### ${list.charAt(0).toUpperCase()}${list.slice(1)}: ${records.length}`;
    return [`${heading}\n\n${bullets(records.map((record) => `${code(record.id)}: ${plain(captionOf(record))}`))}`];
  }).join('\n');
}

const value = (json: unknown): string => (json === null ? 'nothing' : code(canonicalJson(json)));

const corrected = ({ changed }: LedgerComparison): string =>
  bullets(
    changed.flatMap(({ type, id, corrections }) =>
      corrections.map(
        ({ date, field, was, now, reason }) =>
          `${type} ${code(id)}, ${code(field)}: ${value(was)} → ${value(now)} on ${date}. ${plain(reason)}`,
      ),
    ),
  );

const retracted = ({ retracted: records }: LedgerComparison): string =>
  bullets(records.map(({ type, id, date, reason }) => `${type} ${code(id)} on ${date}. ${plain(reason)}`));

const redirected = ({ redirects }: LedgerComparison): string =>
  bullets(
    [...redirects.added, ...redirects.changed.map(({ now }) => now)].map(
      ({ type, from, to, date, reason }) => `${type} ${code(from)} → ${code(to)} on ${date}. ${plain(reason)}`,
    ),
  );

function rules(before: Released, after: Released): string {
  const was = before.listed.methodology.rules;
  const now = after.listed.methodology.rules;
  return bullets(
    [...new Set([...Object.keys(was), ...Object.keys(now)])]
      .sort()
      .filter((rule) => was[rule] !== now[rule])
      .map((rule) => `${code(rule)}: ${was[rule] ?? 'none'} → ${now[rule] ?? 'none'}`),
  );
}

const stateOf = ({ listed: { version, date, digest } }: Released): string =>
  `${version}, ${date}, ledger ${code(digest)}`;

/** A section with its heading; nothing where nothing is to be told. */
const section = (heading: string, body: string): string[] => (body === '' ? [] : [`## ${heading}`, body]);

const joined = (parts: readonly string[]): string => `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;

/**
 * What a release changes, for readers: against the one before it, or what it holds when it is the first.
 *
 * Assessments of both are derived by the rules of the later one: what changed because a rule did is told by its version.
 */
export function changelog(before: Released | undefined, after: Released): string {
  const heading = `# Release ${after.listed.version}`;
  if (before === undefined) {
    return joined([heading, `The first release: ${stateOf(after)}.`, '## Totals', totals(undefined, after)]);
  }
  const comparison = compareLedgers(before.ledger, after.ledger);
  const sections = [
    ...section('Assessments that changed', changedAssessments(comparison, before.ledger, after.ledger)),
    ...section('Corrected', corrected(comparison)),
    ...section('Retracted', retracted(comparison)),
    ...section('Renamed or merged', redirected(comparison)),
    ...section('Added', added(comparison, after)),
    ...section('Rules', rules(before, after)),
  ];
  return joined([
    heading,
    `What changed since release ${before.listed.version}.`,
    bullets([`before: ${stateOf(before)}`, `after: ${stateOf(after)}`]),
    '## Totals',
    totals(before, after),
    ...(sections.length > 0 ? sections : ['Records and rules are the same: only the form of the files has changed.']),
  ]);
}
