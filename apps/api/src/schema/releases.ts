import { listedReleaseSchema, releaseFileSchema } from '@counterclaim/data/serving';
import { mediaTypes } from '@counterclaim/interchange/serving';
import { z } from 'zod';
import type { ReleaseList } from '../answers.ts';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

const releaseFile = component(
  'ReleaseFile',
  'A file of a release, at `/releases/{version}/{name}`.',
  releaseFileSchema.extend({
    available: z.boolean().meta({ description: 'Whether this server has the file, and not only its checksum.' }),
  }),
);

const listedRelease = component(
  'ListedRelease',
  'A state of the records that was released. It never changes.',
  listedReleaseSchema.extend({
    files: z.array(releaseFile),
    changesOfDay: z.array(z.string()).nullable().meta({
      description:
        'Ids of the changes of its own day that it already has, in the order of `/changes`; of all other days the date tells. `null` where this server does not have its records.',
    }),
  }),
);

export const releaseList = component(
  'ReleaseList',
  'All releases, the latest first.',
  z.strictObject({ items: z.array(listedRelease) }),
);
ensureSame<Same<z.output<typeof releaseList>, ReleaseList>>();

/** The media types that files of releases may have. */
export const RELEASE_MEDIA_TYPES = [
  'application/json',
  mediaTypes.csv,
  mediaTypes.geojson,
  'application/ld+json',
  'application/csvm+json',
  'application/vnd.apache.parquet',
  'application/yaml',
  'text/markdown',
  'text/plain',
] as const;

export const releaseFileContent = component('ReleaseFileContent', 'The bytes of a file.', z.any());
