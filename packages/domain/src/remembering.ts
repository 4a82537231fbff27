/**
 * A function that gives the same answer for the same text for ever, and remembers its latest answers: for what the
 * events of a dataset ask again and again.
 *
 * @param most How many answers are kept; then all are forgotten.
 */
export function remembering<Text extends string, Answer>(
  most: number,
  work: (text: Text) => Answer,
): (text: Text) => Answer {
  const answers = new Map<Text, Answer>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = work(text);
      if (answers.size >= most) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
}
