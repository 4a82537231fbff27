import { describe, expect, test } from 'vitest';
import { answersGiven } from './answers.ts';
import { detailOf, dossierOf } from './dossier.fixture.ts';
import { type Ladder, TICK_STRIP, tollLadder } from './ladder.ts';
import { readEvent } from './reading.ts';

function ladderOf(name: string, asOf?: string): Ladder {
  const reading = readEvent(detailOf(dossierOf(name), asOf));
  const ladder = tollLadder(reading, answersGiven(reading));
  if (ladder === null) throw new Error(`${name} has no ladder`);
  return ladder;
}

/** The ladder as text: one line for each group and row, with what stands in each column. */
function drawn({ lines, columns }: Ladder): string[] {
  let y = TICK_STRIP;
  return lines.map(({ kind, label, note, height, lane, origins }) => {
    const middle = y + height / 2;
    y += height;
    if (kind === 'group') return `# ${label} | ${note}${lane ? ' | lane' : ''}`;
    const cells = columns.map(({ marks, words }) => {
      const mark = marks.find((each) => each.y === middle);
      if (mark === undefined) return words.find((each) => each.y === middle)?.kind ?? 'nothing';
      const many = mark.many ? ' many' : '';
      return `${mark.label} ${mark.tone} ${mark.form}${many}`;
    });
    return [label, note, ...cells, `${origins.killed ?? '–'}·${origins.injured ?? '–'}`].join(' | ');
  });
}

describe('Kabul, 21 November 2020', () => {
  test('rows in time order: a day without clock, the clock, later days, no date', () => {
    expect(drawn(ladderOf('kabul-2020-11-21'))).toEqual([
      '# 21 November 2020 | time of day not printed | lane',
      'Pajhwok Afghan News | in the Sana medical complex, restated | 0 none restated zero | 0 none restated zero | 1·1',
      'Ministry of Public Health | “so far”, in hospitals | 2 other-past diamond | 10 other-past diamond | 1·1',
      'Ministry of Interior Affairs | “until now” | 3 past dot many | 11 past dot | 5·1',
      'Kabul Police |  | 3 past dot | not-given | 1·–',
      'Ministry of Public Health | in hospitals, first printed 22 Nov 2020 | 5 other-past diamond | not-given | 1·–',
      'Ministry of Public Health | in hospitals | 8 other diamond | 31 other diamond | 1·1',
      'Ministry of Public Health |  | 5 again past again | 25 past dot | –·1',
      '# 21 November 2020 | by the clock, Kabul time',
      'Emergency | 11:10, in the Emergency hospital | 1 other diamond | 28 other diamond | 1·1',
      'Ministry of Public Health | 11:20 | 5 past dot many | 21 past dot | 4·1',
      'Ministry of Interior Affairs | 12:10, “initial information” | 8 current dot many | 31 current dot | 4·3',
      '# 22 November 2020 | day only',
      'Kabul Police | first printed this day | 8 current dot | not-given | 2·–',
      'First Vice President |  | 10 current dot | 51 current dot | 3·1',
      '# 28 February 2021 | day only',
      'UNAMA | civilians: a floor, first printed this day | 10+ current dot | 50+ current dot | 1·1',
      '# No date printed |  | lane',
      'Kabul Police |  | 8 again current again | >30 current dot | –·1',
    ]);
  });

  test('the band is the range of current positions, on an axis from zero to 1.3 times the maximum', () => {
    const [killed, injured] = ladderOf('kabul-2020-11-21').columns;
    expect(killed?.range).toEqual({ low: 8, high: 10, open: false });
    expect(killed?.band).toEqual({ from: 61.54, to: 76.92 });
    expect(killed?.ticks).toEqual([
      { label: '0', x: 0 },
      { label: '5', x: 38.46 },
      { label: '10', x: 76.92 },
    ]);
    expect(injured?.ticks.map(({ label }) => label)).toEqual(['0', '20', '40', '60']);
  });

  test('a step leads down from a past number and across to its successor, never across questions', () => {
    const { columns } = ladderOf('kabul-2020-11-21');
    for (const { steps, marks } of columns) {
      for (const { x1, y1, x2, y2 } of steps) {
        expect(y2).toBeGreaterThan(y1);
        expect(marks).toContainEqual(expect.objectContaining({ x: x1, y: y1 }));
        expect(marks).toContainEqual(expect.objectContaining({ x: x2, y: y2 }));
      }
    }
    // 3 → 8 of the ministry, 3 → 8 of the police, 2 → 8 and 5 → 8 in hospitals; the health ministry's own 5 moved to another question.
    expect(columns[0]?.steps).toHaveLength(4);
    expect(columns[0]?.steps.map(({ x1, x2 }) => [x1, x2])).not.toContainEqual([38.46, 76.92]);
  });

  test('two steps from one number do not cover each other', () => {
    const [killed] = ladderOf('kabul-2020-11-21').columns;
    const fromThree = killed?.steps.filter(({ x1 }) => x1 === 23.08) ?? [];
    expect(new Set(fromThree.map(({ shift }) => shift))).toEqual(new Set([0, 7]));
  });

  test('as of noon, what came later is not on it', () => {
    const rows = drawn(ladderOf('kabul-2020-11-21', '2020-11-21T08:00Z'));
    expect(rows.some((row) => row.startsWith('First Vice President'))).toBe(false);
    expect(rows.at(-1)).toContain('12:10');
  });
});

test('20 July 2021: a stated zero is an open square, a hospital’s count a floor', () => {
  expect(drawn(ladderOf('kabul-2021-07-20'))).toEqual([
    '# 20 July 2021 | time of day not printed | lane',
    'Ministry of Interior Affairs | “initial information” | 0 none current zero | 0 none current zero | 2·3',
    'A source, to TOLOnews |  | not-given | 1 current dot | –·1',
    'Emergency | in the Emergency hospital: a floor | not-given | 6+ current dot | –·4',
  ]);
});

test('29 August 2021: nobody was counted as injured, so there is no such column; none known is no number', () => {
  const ladder = ladderOf('kabul-2021-08-29');
  expect(ladder.columns.map(({ outcome }) => outcome)).toEqual(['killed']);
  expect(drawn(ladder)).toContain('Central Command | “no indications”, civilians | none-known | 1·–');
});

test('what only compilers restate is no ladder', () => {
  const dossier = dossierOf('kabul-2020-11-21');
  const claims = dossier.claims.filter(({ id }) => id.startsWith('ucdp-ged'));
  const reading = readEvent(detailOf({ ...dossier, claims }));
  expect(reading.questions.has('casualties:killed:all')).toBe(true);
  expect(tollLadder(reading, answersGiven(reading))).toBeNull();
});
