import { interval } from './quantity.ts';
import { type Answer, isQuantity, widerQuestions } from './question.ts';
import type { DraftPosition, Positions } from './position.ts';

/**
 * Lets a part stand as a floor of its whole, where its owner is silent on the whole and the part alone
 * contradicts somebody (rule `position.floor`). Adds to the positions in place.
 */
export function addFloors(positions: Positions): void {
  const direct = new Map([...positions].map(([key, owners]) => [key, [...owners.values()]]));
  for (const [key, narrow] of [...direct].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const wider of widerQuestions(key)) {
      const whole = direct.get(wider);
      const target = positions.get(wider);
      if (whole === undefined || target === undefined) continue;
      const ceiling = Math.min(
        ...whole.flatMap(({ answers }) => answers.filter(isQuantity).map((q) => interval(q).max)),
      );
      for (const part of narrow) {
        if (part.restatement === true || whole.some(({ owner }) => owner === part.owner)) continue;
        const value = Math.min(...part.answers.filter(isQuantity).map((q) => interval(q).min));
        if (!(value > ceiling)) continue;
        const present = target.get(part.owner);
        if (present !== undefined && floorValue(present) >= value) continue;
        const answer: Answer = { bound: 'at-least', value };
        target.set(part.owner, {
          ...part,
          answers: [answer],
          held: part.held.map((held) => ({ ...held, answer })),
          floor: key,
        });
      }
    }
  }
}

const floorValue = ({ answers: [answer] }: DraftPosition): number =>
  answer !== undefined && isQuantity(answer) ? interval(answer).min : 0;
