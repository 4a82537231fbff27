/**
 * A function that gives the same answer for the same text or number for ever, and remembers its latest answers: for what the
 * events of a dataset ask again and again.
 *
 * @param most How many answers are kept; then all are forgotten.
 */
export function remembering<Asked extends string | number, Answer>(
  most: number,
  work: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const answers = new Map<Asked, Answer>();
  return (asked) => {
    let answer = answers.get(asked);
    if (answer === undefined) {
      answer = work(asked);
      if (answers.size >= most) answers.clear();
      answers.set(asked, answer);
    }
    return answer;
  };
}
