/** A passage as it is marked in a paragraph. */
export interface Mark {
  /** The claim's number beside the document: what belongs together has the same. */
  readonly pair: number;
  /** Fragment of links to the passage. */
  readonly anchor: string;
  /** `match` where the words that were coded stand at their place, `elsewhere` at another, `mismatch` where other words do. */
  readonly verdict: 'match' | 'elsewhere' | 'mismatch';
  /** Code points of the paragraph, the last not included. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of a paragraph that no passage begins or ends within. */
export interface Segment {
  readonly text: string;
  /** The passages that it belongs to. */
  readonly marks: readonly Mark[];
  /** Those of them that begin, and that end, with it. */
  readonly begins: readonly Mark[];
  readonly ends: readonly Mark[];
}

/** Cuts a paragraph where passages begin and end: passages may overlap and lie within each other, elements of a page may not overlap. */
export function segmentsOf(paragraph: string, marks: readonly Mark[]): Segment[] {
  const points = Array.from(paragraph);
  const cuts = new Set([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].filter((edge) => edge >= 0 && edge <= points.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? points.length;
    const covering = marks.filter(({ start, end }) => start <= from && to <= end);
    return {
      text: points.slice(from, to).join(''),
      marks: covering,
      begins: covering.filter(({ start }) => start === from),
      ends: covering.filter(({ end }) => end === to),
    };
  });
}
