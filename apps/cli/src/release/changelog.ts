import {
  type AssessmentChange,
  canonicalJson,
  compareLedgers,
  type Ledger,
  type LedgerComparison,
  type Range,
  type RecordType,
} from '@counterclaim/domain';
import type { ListedRelease } from '@counterclaim/data';
import { code, plain, table } from './markdown.ts';

/** A release with its records. */
export interface Released {
  readonly listed: Omit<ListedRelease, 'files'>;
  readonly ledger: Ledger;
}

const TYPES: readonly { readonly type: RecordType; readonly many: keyof ListedRelease['counts'] }[] = [
  { type: 'event', many: 'events' },
  { type: 'source', many: 'sources' },
  { type: 'claim', many: 'claims' },
  { type: 'actor', many: 'actors' },
  { type: 'place', many: 'places' },
];

/** What each record is, in words of ours, by type and id. */
function captionsOf({ actors, places, events, sources, claims }: Ledger): Map<string, string> {
  const captions = new Map<string, string>();
  const add = (type: RecordType, records: readonly { readonly id: string }[], words: (record: never) => string) => {
    for (const record of records) captions.set(`${type} ${record.id}`, words(record as never));
  };
  add('actor', actors, ({ name }: Ledger['actors'][number]) => name);
  add('place', places, ({ name }: Ledger['places'][number]) => name);
  add('event', events, ({ title }: Ledger['events'][number]) => title);
  add('source', sources, ({ title }: Ledger['sources'][number]) => title);
  add('claim', claims, ({ paraphrase }: Ledger['claims'][number]) => paraphrase);
  return captions;
}

const signed = (difference: number): string =>
  difference === 0 ? '0' : difference > 0 ? `+${difference}` : `−${-difference}`;

const retractedOf = ({ actors, places, events, sources, claims }: Ledger): number =>
  [actors, places, events, sources, claims].flat().filter(({ retracted }) => retracted !== undefined).length;

const correctionsOf = ({ actors, places, events, sources, claims }: Ledger): number =>
  [actors, places, events, sources, claims].flat().reduce((sum, { corrections = [] }) => sum + corrections.length, 0);

function totals(before: Released | undefined, after: Released): string {
  const counted = (label: string, count: (release: Released) => number): string[] => {
    const now = count(after);
    const was = before === undefined ? [] : [String(count(before))];
    return [label, ...was, String(now), ...(before === undefined ? [] : [signed(now - count(before))])];
  };
  const rows = [
    ...TYPES.map(({ many }) => counted(many, ({ listed }) => listed.counts[many])),
    counted('corrections', ({ ledger }) => correctionsOf(ledger)),
    counted('retracted records', ({ ledger }) => retractedOf(ledger)),
    counted('redirects', ({ ledger }) => ledger.redirects.length),
  ];
  const versions =
    before === undefined
      ? [{ text: after.listed.version, n: true as const }]
      : [before.listed.version, after.listed.version, 'difference'].map((text) => ({ text, n: true as const }));
  return table([{ text: '' }, ...versions], rows);
}

const formatRange = (range: Range | null): string => {
  if (range === null) return 'no number';
  const { low, high, open } = range;
  return `${low === high ? low : `${low}–${high}`}${open ? ' or more' : ''}`;
};

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');

/** A section with its heading; nothing where nothing is to be said. */
const section = (heading: string, body: string): string[] => (body === '' ? [] : [`## ${heading}`, body]);

function added({ added: keys }: LedgerComparison, captions: ReadonlyMap<string, string>): string {
  return TYPES.flatMap(({ type, many }) => {
    const ids = keys.filter((key) => key.type === type).map(({ id }) => id);
    if (ids.length === 0) return [];
    const lines = ids.map((id) => `${code(id)}: ${plain(captions.get(`${type} ${id}`) ?? '')}`);
    return [`### ${many[0]?.toUpperCase()}${many.slice(1)}: ${ids.length}\n\n${list(lines)}`];
  }).join('\n');
}

const value = (json: unknown): string => (json === null ? 'nothing' : code(canonicalJson(json)));

function corrected({ changed }: LedgerComparison): string {
  return list(
    changed.flatMap(({ type, id, corrections }) =>
      corrections.map(
        ({ date, field, was, now, reason }) =>
          `${type} ${code(id)}, ${code(field)}: ${value(was)} became ${value(now)} on ${date}. ${plain(reason)}`,
      ),
    ),
  );
}

const retracted = ({ retracted: records }: LedgerComparison): string =>
  list(records.map(({ type, id, date, reason }) => `${type} ${code(id)} on ${date}. ${plain(reason)}`));

const moved = ({ redirects }: LedgerComparison): string =>
  list(
    [...redirects.added, ...redirects.changed.map(({ now }) => now)].map(
      ({ type, from, to, date, reason }) => `${type} ${code(from)} is ${code(to)} since ${date}. ${plain(reason)}`,
    ),
  );

function assessed({ assessments }: LedgerComparison, captions: ReadonlyMap<string, string>): string {
  return assessments
    .map((change) => {
      const title = captions.get(`event ${change.event}`);
      return `### ${title === undefined ? code(change.event) : `${plain(title)} (${code(change.event)})`}\n\n${list(assessmentLines(change))}`;
    })
    .join('\n');
}

const owners = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : names.map(code).join(', '));

function assessmentLines({ attribution, questions }: AssessmentChange): string[] {
  const lines: string[] = [];
  if (attribution !== null) {
    const { was, now } = attribution.status;
    if (was !== now) lines.push(`attribution: ${was ?? 'none'} became ${now ?? 'none'}`);
    for (const { list: name, party, ...by } of attribution.lists) {
      lines.push(`${name} ${code(party)}: by ${owners(by.was)} became by ${owners(by.now)}`);
    }
  }
  for (const { key, agreement, range, positions } of questions) {
    const parts: string[] = [];
    const [low, high] = [formatRange(range.was), formatRange(range.now)];
    if (low !== high) parts.push(`${low} became ${high}`);
    if (agreement.was !== agreement.now) {
      parts.push(
        agreement.was === null
          ? `a new question, ${agreement.now ?? ''}`
          : agreement.now === null
            ? 'no longer asked'
            : `${agreement.was} became ${agreement.now}`,
      );
    }
    if (positions.length > 0) parts.push(`positions of ${owners(positions.map(({ owner }) => owner))}`);
    lines.push(`${code(key)}: ${parts.join('; ')}`);
  }
  return lines;
}

function rules(before: Released, after: Released): string {
  const was = before.listed.methodology.rules;
  const now = after.listed.methodology.rules;
  return list(
    [...new Set([...Object.keys(was), ...Object.keys(now)])]
      .sort()
      .filter((rule) => was[rule] !== now[rule])
      .map((rule) =>
        was[rule] === undefined
          ? `${code(rule)} is new`
          : now[rule] === undefined
            ? `${code(rule)} is gone`
            : `${code(rule)}: version ${was[rule]} became ${now[rule]}`,
      ),
  );
}

const digests = ({ listed: { version, date, digest } }: Released): string =>
  `${version} of ${date}, ledger ${code(digest)}`;

/**
 * What a release changes, for readers: against the one before it, or what it holds when it is the first.
 *
 * Assessments of both are derived by the rules of today: what changed because a rule did is told by the rules' versions.
 */
export function changelog(before: Released | undefined, after: Released): string {
  const heading = `# Release ${after.listed.version}`;
  if (before === undefined) {
    const first = [heading, `The first release. ${digests(after)}`.trim() + '.', '## Totals', totals(undefined, after)];
    return first.map((part) => part.trimEnd()).join('\n\n') + '\n';
  }
  const comparison = compareLedgers(before.ledger, after.ledger);
  const captions = captionsOf(after.ledger);
  const parts = [
    heading,
    `What changed against ${before.listed.version}.`,
    list([`Before: ${digests(before)}`, `After: ${digests(after)}`]),
    '## Totals',
    totals(before, after),
    ...section('Assessments that changed', assessed(comparison, captions)),
    ...section('Corrected', corrected(comparison)),
    ...section('Retracted', retracted(comparison)),
    ...section('Renamed or merged', moved(comparison)),
    ...section('Added', added(comparison, captions)),
    ...section('Rules that changed', rules(before, after)),
  ];
  return parts.map((part) => part.trimEnd()).join('\n\n') + '\n';
}
