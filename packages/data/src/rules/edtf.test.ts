import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { edtf } from './edtf.ts';

describe('edtf', () => {
  it('names the day that does not exist, and its remedy', () => {
    expect(found(edtf, { 'events/e.yml': "id: e\ntime: '2020-11-31'\n" })).toEqual([
      'events/e.yml:2:7 31 November 2020 does not exist: November 2020 ends on 30; correct the day, or give the month alone',
    ]);
  });

  it('looks at every date of a record', () => {
    const files = {
      'actors/a.yml': 'from: 2020-13\nuntil: 2021-02-30\n',
      'sources/s.yml': `published: yesterday\n${sourceWith(
        "said: '2020-02-30'\nbody: { kind: time, value: '2020-02-31' }",
        "body: { kind: count, at: '2020-00' }",
      )}`,
    };
    expect(found(edtf, files).map((line) => line.split(' ')[0])).toEqual([
      'actors/a.yml:1:7',
      'actors/a.yml:2:8',
      'sources/s.yml:1:12',
      'sources/s.yml:4:11',
      'sources/s.yml:5:32',
      'sources/s.yml:6:30',
    ]);
  });

  it('splits every message of the parser into what is wrong and what to do', () => {
    const dates = [
      'never',
      '2020-13',
      '2020-11-31',
      '2020-11-01T25:00',
      '2020-11-01T08:00+15:00',
      '2020/2019',
      '../..',
      '1/2/3',
      '201X-02',
    ];
    for (const date of dates) {
      const [line = ''] = found(edtf, { 'events/e.yml': `time: '${date}'` });
      expect(line).toMatch(/^events\/e\.yml:1:7 [^;]+; (?:write|swap|give|correct) [^;]+$/);
    }
  });

  it('accepts dates, times, months and intervals', () => {
    for (const time of ['2020-11-21', '2020-11', '2020', '2020-11-21T08:40+04:30', '2020-05/2020-11', '2020-05/..']) {
      expect(found(edtf, { 'events/e.yml': `time: '${time}'` })).toEqual([]);
    }
  });
});
