/** What a format cannot carry. `event`: it has no row · `value`: a cell stays empty, or says less · the others are of claims. */
export type LossKind = 'event' | 'claim' | 'claimant' | 'denial' | 'hedge' | 'value';

/** Something that a format cannot carry, and how often that was met. */
export interface Loss {
  readonly kind: LossKind;
  /** Why: a part of a sentence, the same for all that are counted together. */
  readonly reason: string;
  readonly count: number;
  /** Ids of the first that were met: of events, or of claims. */
  readonly examples: readonly string[];
}

/** Examples of each loss. */
const EXAMPLES = 5;

/** Counts what is lost while records are written: read it when the last was. */
export class LossReport {
  readonly #losses = new Map<string, { kind: LossKind; reason: string; count: number; examples: string[] }>();

  add(kind: LossKind, reason: string, id: string): void {
    const key = `${kind} ${reason}`;
    let loss = this.#losses.get(key);
    if (loss === undefined) this.#losses.set(key, (loss = { kind, reason, count: 0, examples: [] }));
    loss.count += 1;
    if (loss.examples.length < EXAMPLES) loss.examples.push(id);
  }

  /** The losses, by kind, the most frequent of each first. */
  get losses(): readonly Loss[] {
    return [...this.#losses.values()].sort((a, b) =>
      a.kind === b.kind ? b.count - a.count || (a.reason < b.reason ? -1 : 1) : a.kind < b.kind ? -1 : 1,
    );
  }
}
