import { isClaimId, isSlug, RECORD_TYPES, type RecordType } from '@counterclaim/domain';
import { nearest } from '../problem/nearest.ts';
import { article, quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import type { RegisterFile } from '../reading/record-file.ts';
import type { Records } from '../reading/records.ts';
import { tooEarly } from './editorial-day.ts';
import type { Report, Rule } from './rule.ts';

const FOLDERS = { actor: 'actors', place: 'places', event: 'events', source: 'sources', claim: 'claims' } as const;

interface WrittenRedirect {
  readonly field: Field<RegisterFile>;
  readonly type: RecordType;
  readonly from: string;
  readonly to: string | undefined;
}

const isType = (type: string | undefined): type is RecordType => (RECORD_TYPES as readonly unknown[]).includes(type);

function writtenIn(records: Records): WrittenRedirect[] {
  const listed = records.register('redirects')?.get('redirects').items ?? [];
  return listed.flatMap((field) => {
    const [type, from] = [field.get('type').text, field.get('from').text];
    return isType(type) && from !== undefined ? [{ field, type, from, to: field.get('to').text }] : [];
  });
}

/** Whether an id has the form of its type; where not, says so. */
function hasForm(type: RecordType, id: Field<RegisterFile>, report: Report): boolean {
  const text = id.text ?? '';
  if (type === 'claim' ? isClaimId(text) : isSlug(text)) return true;
  // What is no id of any type is for `shape` to tell.
  if (isClaimId(text))
    report(
      id,
      `${quote(text)} is the id of a claim, and type is ${type}`,
      'write type: claim, or the id of a record of that type',
    );
  else if (isSlug(text)) report(id, `${quote(text)} is no id of a claim`, 'write <source-id>/<slug>, or correct type');
  return false;
}

const isRetracted = (records: Records, type: RecordType, id: string): boolean => {
  const record = type === 'claim' ? records.claim(id)?.field : records.record(FOLDERS[type], id);
  return record?.get('retracted').exists === true;
};

/** Where redirects lead on from an id, that id first: to the record that bears the last, or round in a circle. */
function roadFrom(start: string, next: ReadonlyMap<string, WrittenRedirect>): string[] {
  const road = [start];
  for (let id = next.get(start)?.to; id !== undefined; id = next.get(id)?.to) {
    road.push(id);
    if (road.indexOf(id) < road.length - 1) break;
  }
  return road;
}

/**
 * Says what is wrong with where one redirect leads.
 *
 * @param isNew Whether the latest release is without it. What was released stays: its target may be taken back later, and
 *   readers of the old id then find the tombstone.
 */
function checkTarget(
  { field, type, from }: WrittenRedirect,
  road: readonly string[],
  records: Records,
  isNew: boolean,
  report: Report,
): void {
  const [, to = ''] = road;
  const target = field.get('to');
  const end = road.at(-1) ?? to;
  const folder = FOLDERS[type];
  if (end === from) {
    report(
      target,
      `${road.join(' → ')} is a circle`,
      records.has(folder, from) ? 'take the redirect away' : 'lead all of them straight to the record that stands',
    );
  } else if (road.length > 2) {
    const isCircle = road.indexOf(end) < road.length - 1;
    report(
      target,
      `${quote(to)} is redirected itself: ${road.join(' → ')}${isCircle ? ', which is a circle' : ''}`,
      isCircle ? 'lead all of them straight to the record that stands' : `lead straight to ${end}`,
    );
  } else if (!records.has(folder, to)) {
    const meant = nearest(to, records.ids(folder));
    report(
      target,
      `there is no ${type} ${quote(to)}`,
      meant === undefined ? `name the ${type} that took the place of ${from}` : `write ${meant}`,
    );
  } else if (isNew && isRetracted(records, type, to)) {
    report(
      target,
      `${quote(to)} was retracted`,
      `lead to a record that stands, or keep ${from} as a record and retract it`,
    );
  }
}

export const redirect: Rule = {
  id: 'redirect',
  wants:
    'A redirect leads from an id that no record bears, and that stands once, straight to a record of its type; a new one to a record that stands.',
  check(records, report, since) {
    const written = writtenIn(records);
    const byId = new Map(RECORD_TYPES.map((type) => [type, new Map<string, WrittenRedirect>()]));
    for (const each of written) {
      const known = byId.get(each.type);
      const first = known?.get(each.from);
      if (first === undefined) known?.set(each.from, each);
      else {
        const { line } = first.field.file.locate(first.field.get('from').path);
        report(each.field.get('from'), `${quote(each.from)} is redirected in line ${line}`, 'keep one of the two');
      }
    }
    const added = since?.comparison.redirects.added ?? [];
    const isNew = ({ type, from }: WrittenRedirect): boolean =>
      since === undefined || added.some((redirect) => redirect.type === type && redirect.from === from);
    for (const { type, from, date } of added) {
      const day = byId.get(type)?.get(from)?.field.get('date');
      if (since === undefined || day === undefined || date >= since.date) continue;
      report(day, ...tooEarly('redirect', date, since));
    }
    for (const each of written) {
      const from = each.field.get('from');
      const to = each.field.get('to');
      if (hasForm(each.type, from, report) && records.has(FOLDERS[each.type], each.from)) {
        report(
          from,
          `${article(each.type)} bears the id ${quote(each.from)}`,
          'give that record another id, for an id that was redirected is never used again, or take the redirect away',
        );
      }
      if (each.to === undefined || !hasForm(each.type, to, report)) continue;
      checkTarget(each, roadFrom(each.from, byId.get(each.type) ?? new Map()), records, isNew(each), report);
    }
  },
};
