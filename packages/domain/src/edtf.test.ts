import { describe, expect, it } from 'vitest';
import { readCorpus } from '../test/corpus.ts';
import { ensureEdtf, isEdtf, parseEdtf } from './edtf.ts';
import { edtfSchema, formatInstant, spanOf } from './time.ts';

const instant = (milliseconds: number): string => formatInstant(milliseconds) ?? '..';

describe('valid EDTF', () => {
  it.each(readCorpus('edtf-valid'))('%s spans %s to %s in Kabul', (text, start, end) => {
    const span = spanOf(ensureEdtf(text), 'Asia/Kabul');
    expect([instant(span.start), instant(span.end)]).toEqual([start, end]);
  });

  it.each(readCorpus('edtf-valid'))('%s fits the published shape', (text) => {
    expect(edtfSchema.safeParse(text).success).toBe(true);
  });
});

describe('invalid EDTF', () => {
  it.each(readCorpus('edtf-invalid'))('%s is refused: %s', (text, reason) => {
    const result = parseEdtf(text);
    expect(result.ok ? 'accepted' : result.error).toContain(reason);
    expect(isEdtf(text)).toBe(false);
    expect(() => ensureEdtf(text)).toThrow(TypeError);
  });
});

describe('what a point keeps', () => {
  it('keeps the offset and that no seconds were given', () => {
    expect(parseEdtf('2020-11-21T08:40+04:30')).toMatchObject({
      value: { type: 'date', point: { precision: 'minute', hour: 8, minute: 40, offset: 270 } },
    });
  });

  it('keeps that a date is uncertain, approximate or both', () => {
    const point = (text: string) => {
      const edtf = ensureEdtf(text);
      return edtf.type === 'date' ? [edtf.point.uncertain, edtf.point.approximate] : [];
    };
    expect(['2020', '2020?', '2020~', '2020%'].map(point)).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('tells an open side from an unknown one', () => {
    expect(parseEdtf('2020/..')).toMatchObject({ value: { end: 'open' } });
    expect(parseEdtf('2020/')).toMatchObject({ value: { end: 'unknown' } });
  });
});
