/** Answers that are kept as long as nothing is written, the latest of them. */
export class Recent<Answer> {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<Answer>>();
  #at: number | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The answer kept for a question, or a new one; whoever asks the same at the same time shares it. A failure is not kept.
   *
   * @param at State of the ledger: rises with every change.
   */
  get(at: number, question: string, ask: () => Promise<Answer>): Promise<Answer> {
    if (at !== this.#at) this.#answers.clear();
    this.#at = at;
    const kept = this.#answers.get(question);
    this.#answers.delete(question);
    const answer = kept ?? ask();
    this.#answers.set(question, answer);
    if (kept === undefined) {
      answer.catch(() => {
        if (this.#answers.get(question) === answer) this.#answers.delete(question);
      });
    }
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
