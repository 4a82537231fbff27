/**
 * The places of the highest counts above 0, those of equal count by their rank; in no order.
 *
 * @param most How many at most.
 */
export function highest(counts: Uint32Array, ranks: Uint32Array, most: number): number[] {
  // A heap whose first is the one that leaves next.
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean =>
    counts[a] === counts[b] ? ranks[a] > ranks[b] : counts[a] < counts[b];
  const sink = (start: number): void => {
    const place = heap[start];
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isWorse(heap[child + 1], heap[child])) child += 1;
      if (!isWorse(heap[child], place)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = place;
  };
  for (let place = 0; place < counts.length; place += 1) {
    if (counts[place] === 0) continue;
    if (heap.length < most) {
      heap.push(place);
      if (heap.length === most) for (let at = most >>> 1; at >= 0; at -= 1) sink(at);
      continue;
    }
    if (!isWorse(heap[0], place)) continue;
    heap[0] = place;
    sink(0);
  }
  return heap;
}
