import { UNKNOWN } from '@counterclaim/domain';
import type { Folder } from '../schema/record.ts';
import { Field } from './field.ts';
import type { RecordFile } from './record-file.ts';

/** Something that a record names by its id. */
export interface Reference {
  readonly to: Folder | 'claims';
  readonly field: Field;
  readonly id: string;
}

/** Every id that a record names, in whatever role. The word `unknown` for an author is none. */
export function referencesOf(file: RecordFile): Reference[] {
  const references: Reference[] = [];
  const add = (to: Reference['to'], ...fields: Field[]): void => {
    for (const field of fields) {
      if (field.text !== undefined) references.push({ to, field, id: field.text });
    }
  };
  const addSpeaker = (...speakers: Field[]): void => {
    for (const speaker of speakers) {
      if (speaker.text !== UNKNOWN) add('actors', speaker);
      add('actors', speaker.get('of'));
    }
  };
  const record = Field.of(file);
  switch (file.folder) {
    case 'actors':
      add('actors', record.get('partOf'));
      break;
    case 'places':
      add('places', record.get('within'));
      break;
    case 'events':
      add('events', record.get('partOf'));
      add('places', ...record.get('places').items.map((item) => item.get('place')));
      break;
    case 'sources':
      add('actors', record.get('publisher'), record.get('wire'));
      for (const claim of record.get('claims').items) {
        const body = claim.get('body');
        const relations = claim.get('relations');
        add('events', ...claim.get('about').items);
        add('actors', ...claim.get('via').items, claim.get('wire'));
        // In a claim about time, `of` is its start or its end.
        if (body.get('kind').text !== 'time') add('actors', body.get('of'));
        add('actors', body.get('by'), body.get('target').get('actor'));
        addSpeaker(claim.get('claimant'), ...body.get('actors').items, ...body.get('sides').items);
        add('places', body.get('scope'), body.get('place'), body.get('from').get('place'));
        add('places', body.get('target').get('place'));
        add('claims', relations.get('repeats'), relations.get('partOf'));
        for (const several of ['supersedes', 'retracts', 'respondsTo']) add('claims', ...relations.get(several).items);
      }
      break;
  }
  return references;
}
