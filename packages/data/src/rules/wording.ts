import type { Field } from '../reading/field.ts';
import { ledgerRecords } from '../reading/ledger-record.ts';
import type { YamlFile } from '../reading/yaml-file.ts';
import { LOADED_WORDS, type LoadedWord } from './loaded-words.ts';
import type { Report, Rule } from './rule.ts';

/** Up to five words between quotation marks: a label that is somebody else's. */
const QUOTED = /["“„][^"“”„]{1,60}["”“]|(?<![\p{L}\p{N}])['‘](?:[^\s'‘’]+\s){0,4}[^\s'‘’]+['’](?![\p{L}\p{N}])/gu;

const SOUGHT: readonly (LoadedWord & { readonly everywhere: RegExp })[] = LOADED_WORDS.map((word) => ({
  ...word,
  everywhere: new RegExp(word.pattern, 'giu'),
}));

function checkText(field: Field<YamlFile>, isName: boolean, report: Report): void {
  if (field.text === undefined) return;
  // Blanks of the same length keep the words apart.
  const ours = field.text.replace(QUOTED, (label) => ' '.repeat(label.length));
  for (const { everywhere, instead, why, inNames } of SOUGHT) {
    if (isName && inNames === true) continue;
    for (const [words] of ours.matchAll(everywhere)) {
      report(
        field,
        `"${words}" ${isName ? 'in a name ' : ''}takes a side: ${why}`,
        `write ${instead}${isName ? '' : ', or put a speaker’s own label in quotation marks'}`,
        { words },
      );
    }
  }
}

export const wording: Rule = {
  id: 'wording',
  wants:
    'Our names, titles, contexts, paraphrases and reasons do without loaded words; a speaker’s label stands in quotation marks.',
  check(records, report) {
    for (const folder of ['actors', 'places'] as const) {
      for (const record of records.of(folder)) checkText(record.get('name'), true, report);
    }
    for (const folder of ['events', 'sources'] as const) {
      for (const record of records.of(folder)) checkText(record.get('title'), false, report);
    }
    for (const event of records.of('events')) checkText(event.get('context'), false, report);
    for (const { field } of ledgerRecords(records)) {
      const told = [...field.get('corrections').items, field.get('retracted')];
      for (const change of told) checkText(change.get('reason'), false, report);
    }
    for (const list of ['redirects', 'exceptions'] as const) {
      const { items = [] } = records.register(list)?.get(list) ?? {};
      for (const item of items) checkText(item.get('reason'), false, report);
    }
    for (const { field } of records.eachClaim()) {
      const body = field.get('body');
      const speakers = [field.get('claimant'), ...body.get('actors').items, ...body.get('sides').items];
      const ours = [
        field.get('paraphrase'),
        body.get('object'),
        body.get('extent'),
        ...speakers.map((one) => one.get('unnamed')),
      ];
      for (const text of ours) checkText(text, false, report);
    }
  },
};
