import { expect, test } from 'vitest';
import { alignQuestions, standingOf } from './alignment.ts';
import type { Range } from './agreement.ts';
import type { QuestionAssessment } from './assess.ts';
import { questionKind } from './question.ts';

const range = (low: number, high: number, open = false): Range => ({ low, high, open });

const question = (
  key: string,
  {
    range: given = null,
    agreement = 'single',
    answers = [],
  }: {
    range?: Range | null;
    agreement?: QuestionAssessment['agreement'];
    answers?: readonly (string | boolean)[];
  },
): QuestionAssessment => ({
  key,
  kind: questionKind(key),
  agreement,
  range: given,
  positions: answers.map((answer, index) => ({ owner: `owner-${index}`, answers: [answer] })) as never,
  pairs: [],
  because: [],
});

test.each([
  [[], null],
  [[range(8, 10)], null],
  [[range(8, 10), range(8, 10)], 'same'],
  [[range(8, 10), range(8, 10, true)], 'overlapping'],
  [[range(8, 10), range(10, 12)], 'overlapping'],
  [[range(8, 10), range(11, 12)], 'apart'],
  [[range(11, 12), range(8, 10)], 'apart'],
  [[range(8, 10, true), range(300, 300)], 'overlapping'],
  [[range(0, 0), range(1, 1, true)], 'apart'],
  [[range(1, 9), range(3, 4), range(5, 6)], 'apart'],
] as const)('ranges %j stand %s', (ranges, standing) => {
  expect(standingOf(ranges)).toBe(standing);
});

test('questions are laid side by side under their key, and an unanswered one is no difference in numbers', () => {
  const [injured, killed] = alignQuestions([
    { questions: [question('casualties:killed:all', { range: range(8, 10) })] },
    { questions: [question('casualties:injured:all', { range: range(31, 51) })] },
  ]);
  expect(killed).toMatchObject({
    key: 'casualties:killed:all',
    kind: 'casualties',
    answers: [{ range: { low: 8 } }, null],
    difference: { unanswered: [1], ranges: null, answers: false, disputed: false },
  });
  expect(injured?.difference.unanswered).toEqual([0]);
});

test('a number that is disputed in one and not in the other says so', () => {
  const of = (agreement: QuestionAssessment['agreement']) => ({
    questions: [question('casualties:killed:all', { range: range(8, 10), agreement })],
  });
  expect(alignQuestions([of('disputed'), of('agreed')])[0]?.difference).toMatchObject({
    ranges: 'same',
    disputed: true,
  });
  expect(alignQuestions([of('disputed'), of('disputed')])[0]?.difference.disputed).toBe(false);
  expect(alignQuestions([of('agreed'), of('single')])[0]?.difference.disputed).toBe(false);
});

test('of compared questions the answers count, not who gives them; phrases of ours are never compared', () => {
  const of = (key: string, ...answers: (string | boolean)[]) => ({ questions: [question(key, { answers })] });
  const differ = (...all: ReturnType<typeof of>[]): boolean | undefined => alignQuestions(all)[0]?.difference.answers;
  expect(differ(of('weapon', 'rocket'), of('weapon', 'rocket', 'rocket'))).toBe(false);
  expect(differ(of('weapon', 'rocket'), of('weapon', 'mortar'))).toBe(true);
  expect(differ(of('occurrence:eid-ceasefire', true, false), of('occurrence:eid-ceasefire', false, true))).toBe(false);
  expect(differ(of('launch', 'From the north.'), of('launch', 'Out of the north.'))).toBe(false);
});
