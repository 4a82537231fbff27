import type { RecordType } from '@counterclaim/domain';
import type { Folder } from './record.ts';

/** The folder in which records of a type have files of their own; claims are in the files of sources. */
export const FOLDER_OF: Readonly<Record<RecordType, Folder>> = {
  actor: 'actors',
  place: 'places',
  event: 'events',
  source: 'sources',
  claim: 'sources',
};

/** The type of record of which a folder holds files. */
export const TYPE_OF: Readonly<Record<Folder, RecordType>> = {
  actors: 'actor',
  places: 'place',
  events: 'event',
  sources: 'source',
};

/** Where records of a type have their addresses: `events/<id>`, `claims/<source-id>/<slug>`. */
export const ADDRESS_OF = {
  actor: 'actors',
  place: 'places',
  event: 'events',
  source: 'sources',
  claim: 'claims',
} as const;
