/** One load of a dataset: its key, and how many there have been. */
export interface Load {
  readonly dataset: number;
  readonly number: number;
}

/** Whether nothing of the dataset was there before: then nothing need be looked up, compared or replaced. */
export const isFirst = ({ number }: Load): boolean => number === 1;
