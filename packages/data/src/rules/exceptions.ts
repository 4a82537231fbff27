import { ledgerAsRecords } from '../ledger/ledger-as-records.ts';
import { nearest } from '../problem/nearest.ts';
import { oneOf, quote } from '../problem/phrase.ts';
import type { Records } from '../reading/records.ts';
import { EXCUSABLE } from './excusable.ts';
import { addressOf, exceptionsOf, type WrittenException } from './excuse.ts';
import type { Report, Rule } from './rule.ts';

/** The addresses of the records that break a rule. */
function breakers(rule: Rule, records: Records): Set<string> {
  const addresses = new Set<string>();
  rule.check(records, (field) => {
    const address = addressOf(field);
    if (address !== undefined) addresses.add(address);
  });
  return addresses;
}

/** The exceptions that stand once, or for the first time. */
function firstOnes(exceptions: readonly WrittenException[], report: Report): WrittenException[] {
  const lines = new Map<string, number>();
  return exceptions.filter(({ field, rule = '', record = '' }) => {
    const key = `${rule} ${record}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, field.file.locate(field.path).line);
    else report(field, `the exception of ${record} from ${rule} stands in line ${line}`, 'keep one of the two');
    return line === undefined;
  });
}

const FOLDERS = ['actors', 'places', 'events', 'sources', 'claims'] as const;

/** Whether a rule may be broken and a record is there; says what is wrong where not. */
function isAbout({ field, rule, record }: WrittenException, records: Records, report: Report): boolean {
  if (rule === undefined || record === undefined) return false;
  const rules = EXCUSABLE.map(({ id }) => id);
  if (!rules.includes(rule)) {
    const meant = nearest(rule, rules) ?? oneOf(rules);
    report(field.get('rule'), `${quote(rule)} is no rule that may be broken`, `write ${meant}, or keep the rule`);
    return false;
  }
  const addresses = FOLDERS.flatMap((folder) => [...records.ids(folder)].map((id) => `${folder}/${id}`));
  if (addresses.includes(record)) return true;
  const meant = nearest(record, addresses);
  report(
    field.get('record'),
    `there is no record ${quote(record)}`,
    meant === undefined ? 'take the exception away' : `write ${meant}, or take the exception away`,
  );
  return false;
}

function checkMost(exceptions: readonly WrittenException[], records: Records, report: Report): void {
  const most = records.register('assertions')?.get('exceptions').get('most');
  const list = records.register('exceptions')?.get('exceptions');
  const number = exceptions.length;
  if (most?.number === undefined) {
    if (number === 0 || list === undefined) return;
    report(
      list,
      `nothing says that ${number} exceptions are enough`,
      `write exceptions: { most: ${number} } into assertions.yml`,
      'key',
    );
  } else if (number > most.number) {
    report(most, `${number} exceptions, where at most ${most.number} are allowed`, `correct the records: ${SHRINK}`);
  } else if (number < most.number) {
    report(most, `only ${number} exceptions, where ${most.number} are allowed`, `write most: ${number}: ${SHRINK}`);
  }
}

const SHRINK = 'the list may only shrink';

export const exceptions: Rule = {
  id: 'exceptions',
  wants:
    'An exception lets one record break a rule that may be broken, which it does; there are as many as assertions.yml says, and none for what was not broken in the latest release.',
  check(records, report, since) {
    // What is in a file that could not be read may be what an exception is for.
    if (![...records.files, ...records.registers].every(({ readable }) => readable)) return;
    const all = exceptionsOf(records);
    checkMost(all, records, report);
    const sound = firstOnes(all, report).filter((exception) => isAbout(exception, records, report));
    const released = since && ledgerAsRecords(since.ledger);
    for (const rule of EXCUSABLE) {
      const own = sound.filter((exception) => exception.rule === rule.id);
      if (own.length === 0) continue;
      const broken = breakers(rule, records);
      const before = released && breakers(rule, released);
      for (const { field, record = '' } of own) {
        if (!broken.has(record)) report(field, `${record} keeps ${rule.id}`, `take the exception away: ${SHRINK}`);
        else if (before?.has(record) === false) {
          const what = `in release ${since?.version ?? ''} ${record} did not break ${rule.id}`;
          report(field, what, `correct the record: ${SHRINK}`);
        }
      }
    }
  },
};
