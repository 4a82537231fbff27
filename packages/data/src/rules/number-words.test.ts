import { describe, expect, it } from 'vitest';
import { numbersIn } from './number-words.ts';

describe('numbersIn', () => {
  it.each([
    ['The ministry gave 23 killed and 1,300 injured.', [23, 1300]],
    ['Seven, eleven, forty and twenty-three', [7, 11, 40, 23]],
    ['two dozen, half a dozen', [2, 24, 0.5, 6]],
    ['more than a hundred', [1, 100]],
    ['three hundred, four thousand', [3, 300, 4, 4000]],
    ['hundreds and dozens', [100, 12]],
    ['a rocket, another one', [1]],
    ['both brothers', [2]],
    ['on the 21st, in its third hour', []],
    ['The ministry spoke of some.', []],
    ['someone often bothered them', []],
  ])('reads %j', (text, numbers) => {
    expect([...numbersIn(text)].sort((a, b) => a - b)).toEqual([...numbers].sort((a, b) => a - b));
  });
});
