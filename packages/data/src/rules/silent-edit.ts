import { type Json, type RecordType, sameValue, silentEdits, type SilentEdit } from '@counterclaim/domain';
import { shown, written } from '../problem/phrase.ts';
import { Field } from '../reading/field.ts';
import { ledgerRecord } from '../reading/ledger-record.ts';
import type { Records } from '../reading/records.ts';
import { parseYaml, type YamlFile } from '../reading/yaml-file.ts';
import { type Lead, leadBy } from '../releases/lead.ts';
import { redirectsOf, type SinceRelease } from '../releases/since-release.ts';
import { pathOf } from '../schema/correctable.ts';
import { ADDRESS_OF, FOLDER_OF } from '../schema/record-type.ts';
import type { Report, Rule } from './rule.ts';

/** A file that is not there, as a place for problems. */
const missing = (file: string): Field<YamlFile> => Field.of<YamlFile>(parseYaml(file, '').parsed);

/** The place of the list of redirects, or of one of them. */
function redirectsField(records: Records, from?: string): Field<YamlFile> {
  const register = records.register('redirects');
  if (register === undefined) return missing('redirects.yml');
  return register.get('redirects').items.find((item) => item.get('from').text === from) ?? register.get('redirects');
}

/**
 * The place of a record that is gone: the file that held it, or the claims of its source, under the id that this bears now.
 *
 * @returns `undefined` for a claim that went with its source.
 */
function placeOfRemoved(records: Records, { comparison }: SinceRelease, type: RecordType, id: string) {
  if (type !== 'claim') return missing(`${FOLDER_OF[type]}/${id}.yml`);
  const was = id.slice(0, id.indexOf('/'));
  const gone = comparison.removed.find((removed) => removed.type === 'source' && removed.id === was);
  return records.record('sources', gone?.redirect?.to ?? was)?.get('claims');
}

/** Whether there may be a redirect from an id, in whatever shape: then other rules say what is wrong with it. */
function mayBeRedirected({ registers }: Records, id: string): boolean {
  const file = registers.find(({ register }) => register === 'redirects');
  if (file === undefined) return false;
  if (!file.readable) return true;
  return Field.of(file)
    .get('redirects')
    .items.some((item) => item.get('from').text === id);
}

/** Values that a correction tells of wrongly: what is wrong with it is for `correction-chain` to say. */
function isToldWrongly(edit: Extract<SilentEdit, { kind: 'value' }>, { comparison }: SinceRelease): boolean {
  const change = comparison.changed.find(({ type, id }) => type === edit.type && id === edit.id);
  return (change?.unfoundedCorrections ?? []).some(
    ({ field }) => field === edit.field || field.startsWith(`${edit.field}.`) || edit.field.startsWith(`${field}.`),
  );
}

/** The command that corrects a value to one that stands already. */
function commandFor({ type, id, field, now }: Extract<SilentEdit, { kind: 'value' }>): string {
  const value = now === null ? '--remove' : shellWord(now);
  return `counterclaim correct ${ADDRESS_OF[type]}/${id} ${field} ${value} --reason '…'`;
}

/** A value as YAML that a shell takes as one word. */
function shellWord(value: Json): string {
  if (typeof value === 'number' || (typeof value === 'string' && /^\w[\w.:/-]*$/.test(value))) return String(value);
  return `'${written(value).replaceAll("'", String.raw`'\''`)}'`;
}

function tell(edit: SilentEdit, records: Records, since: SinceRelease, lead: Lead, report: Report): void {
  const release = `release ${since.version}`;
  switch (edit.kind) {
    case 'value': {
      const record = ledgerRecord(records, edit.type, edit.id);
      if (record === undefined || isToldWrongly(edit, since)) return;
      const { field, was, now } = edit;
      // It names a record by an id that was given up, which `reference` tells.
      if (sameValue(lead(now), was)) return;
      const at = record.field.at(pathOf(field));
      if (field === 'retracted' || field.startsWith('retracted.')) {
        report(
          field === 'retracted' ? record.field : at,
          `${edit.id} is retracted in ${release}, ${now === null ? 'and no longer here' : `and ${field} was ${shown(was)}`}`,
          'put it back as it was: what was taken back stays so, under that id',
          'key',
        );
        return;
      }
      report(
        at,
        `${field} of ${edit.id} was ${shown(was)} in ${release}, and is ${shown(now)}`,
        `put it back, or tell it: ${commandFor(edit)}`,
      );
      return;
    }
    case 'correction':
      report(
        ledgerRecord(records, edit.type, edit.id)?.field.get('corrections') ??
          missing(`${FOLDER_OF[edit.type]}/${edit.id}.yml`),
        `${edit.id} no longer tells the correction of ${edit.lost.field} on ${edit.lost.date} as ${release} does`,
        `put it back: ${written(edit.lost)}`,
        'key',
      );
      return;
    case 'removal': {
      // One that is there and has not its shape is told of by other rules.
      const plural = edit.type === 'claim' ? 'claims' : FOLDER_OF[edit.type];
      const place = placeOfRemoved(records, since, edit.type, edit.id);
      if (place === undefined || records.has(plural, edit.id) || mayBeRedirected(records, edit.id)) return;
      report(
        place,
        `the ${edit.type} ${edit.id} of ${release} is gone`,
        'put it back, with retracted where it should not count, or lead its id in redirects.yml to the record that took its place',
        'key',
      );
      return;
    }
    case 'redirect':
      if (edit.now === null && mayBeRedirected(records, edit.was.from)) return;
      report(
        redirectsField(records, edit.now === null ? undefined : edit.was.from),
        `${edit.now === null ? 'there is no redirect' : 'the redirect is not the one'} from the ${edit.was.type} ${edit.was.from} that ${release} has`,
        `put it back: ${written(edit.was)}`,
      );
  }
}

export const silentEdit: Rule = {
  id: 'silent-edit',
  wants:
    'What was released changes only with a correction that tells it, and goes only with a redirect; what it told of its past stays.',
  check(records, report, since) {
    if (since === undefined) return;
    const lead = leadBy(redirectsOf(records));
    for (const edit of silentEdits(since.comparison)) tell(edit, records, since, lead, report);
  },
};
