/** What the thread is asked to do. */
export interface RasterJob {
  readonly id: number;
  readonly svg: string;
  /** Pixels of the picture for each of the drawing. */
  readonly scale: number;
}

/** What it answers: the picture, or why there is none. */
export type RasterAnswer =
  { readonly id: number; readonly png: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly problem: string };
