/** That a page was asked for under an id that is no longer used. */
export interface Moved {
  readonly from: string;
  /** `YYYY-MM-DD`, and in words. */
  readonly date: string;
  readonly day: string;
  readonly reason: string;
}
