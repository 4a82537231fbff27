import type { ClaimId } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { detailOf, dossierOf } from './dossier.fixture.ts';
import { formatMoment, momentOf } from './moment.ts';
import { readEvent } from './reading.ts';

const dossier = dossierOf('kabul-2020-11-21');
const id = 'rt/100' as ClaimId;

/** A record with a field set, or without it. */
const given = <Item extends object, Field extends keyof Item>(
  item: Item,
  field: Field,
  value: Item[Field] | undefined,
): Item => {
  const copy = { ...item };
  Reflect.deleteProperty(copy, field);
  return value === undefined ? copy : { ...copy, [field]: value };
};

/** The reading of one claim, said and printed as given. */
function readingOf(said: string | undefined, published: string | undefined) {
  const claims = dossier.claims.filter((claim) => claim.id === id).map((claim) => given(claim, 'said', said));
  const sources = dossier.sources
    .filter((source) => source.id === 'rt')
    .map((source) => given(source, 'published', published));
  return readEvent(detailOf({ ...dossier, claims, sources }));
}

describe('when something was said, in words', () => {
  test.each([
    ['2020-11-21T12:10+04:30', '2020-11-25', '21 Nov 2020, 12:10'],
    ['2020-11-21', '2020-11-21T19:28+04:30', '21 Nov 2020, in print by 19:28'],
    ['2020-11-21', '2020-11-22T08:00+04:30', '21 Nov 2020'],
    ['2020-11', '2020-11-21', 'Nov 2020'],
    [undefined, '2020-11-22', 'first printed 22 Nov 2020'],
    [undefined, '2020-11-21T14:35+04:30', '21 Nov 2020, in print by 14:35'],
    [undefined, undefined, 'no date printed'],
  ])('said %s, published %s: %s', (said, published, words) => {
    expect(formatMoment(readingOf(said, published), [id])).toBe(words);
  });
});

test('several claims of one answer: the latest time at which it was said', () => {
  const reading = readEvent(detailOf(dossier));
  const moment = momentOf(reading, ['islamtimes-afp/10', 'tolo-mirror/16'] as ClaimId[]);
  expect(moment).toMatchObject({ basis: 'said', edtf: '2020-11-21T11:20+04:30', precision: 'clock' });
});
