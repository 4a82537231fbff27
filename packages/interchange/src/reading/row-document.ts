import { ensureActorId, ensureSourceId, type Source } from '@counterclaim/domain';
import type { Release } from '../codec.ts';

/** The document that a row of a release is, by the row's id. */
export const rowDocument = (id: string, { dataset, title, version, published, url }: Release): Source => ({
  id: ensureSourceId(`${dataset}-${id}`),
  title: `Row ${id} of ${title}, release ${version}`,
  publisher: ensureActorId(dataset),
  url,
  published,
  language: 'en',
  kind: 'dataset',
});

/** Of what a row's document says that it is a row: `UCDP Georeferenced Event Dataset, release 23.1`; `undefined` of other documents. */
export const releaseOfDocument = ({ kind, title }: Pick<Source, 'kind' | 'title'>): string | undefined =>
  kind === 'dataset' ? /^Row \S+ of (.+, release \S+)$/.exec(title)?.[1] : undefined;
