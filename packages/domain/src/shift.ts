/** What stood, and what stands instead; `null` for nothing. */
export interface Shift<Value> {
  readonly was: Value | null;
  readonly now: Value | null;
}
