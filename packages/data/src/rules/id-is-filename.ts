import { isSlug } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import type { Rule } from './rule.ts';

export const idIsFilename: Rule = {
  id: 'id-is-filename',
  wants: 'A record bears the name of its file as its id, so no two records of a folder share one.',
  check(records, report) {
    for (const folder of ['actors', 'places', 'events', 'sources'] as const) {
      for (const record of records.of(folder)) {
        const { id: name } = record.file;
        const id = record.get('id');
        if (!isSlug(name)) {
          report(
            record,
            `the file's name ${quote(name)} is no id`,
            'name the file with lower-case letters, digits and single hyphens',
          );
        }
        if (id.text === undefined || id.text === name) continue;
        const taken = records.has(folder, id.text);
        report(
          id,
          taken
            ? `the id ${quote(id.text)} is that of ${folder}/${id.text}.yml`
            : `the id ${quote(id.text)} is not the file's name`,
          isSlug(name)
            ? `write id: ${name}${taken ? ', or merge the two files' : `, or name the file ${id.text}.yml`}`
            : `give the file and the id one name`,
        );
      }
    }
  },
};
