import { Field } from './field.ts';
import type { RecordFile } from './record-file.ts';

/** Every field of a record that holds an EDTF date or time. */
export function datesOf(file: RecordFile): Field[] {
  const record = Field.of(file);
  switch (file.folder) {
    case 'actors':
      return [record.get('from'), record.get('until')];
    case 'places':
      return [];
    case 'events':
      return [record.get('time')];
    case 'sources':
      return [
        record.get('published'),
        ...record.get('claims').items.flatMap((claim) => {
          const body = claim.get('body');
          return [claim.get('said'), body.get('at'), ...(body.get('kind').text === 'time' ? [body.get('value')] : [])];
        }),
      ];
  }
}
