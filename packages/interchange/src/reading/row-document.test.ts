import { expect, it } from 'vitest';
import { releaseOfDocument, rowDocument } from './row-document.ts';

it('says of which release it is a row', () => {
  const release = {
    dataset: 'own',
    title: 'Own rows, of releases',
    version: '23.1',
    published: '2023',
    url: 'https://example.org/',
  };
  const document = rowDocument('17', release);
  expect(document).toMatchObject({ id: 'own-17', publisher: 'own', published: '2023', kind: 'dataset' });
  expect(releaseOfDocument(document)).toBe('Own rows, of releases, release 23.1');
  expect(releaseOfDocument({ ...document, kind: 'report' })).toBeUndefined();
  expect(releaseOfDocument({ ...document, title: 'Yearbook 2020' })).toBeUndefined();
});
