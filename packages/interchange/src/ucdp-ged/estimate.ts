import type { Quantity } from '@counterclaim/domain';

/** The three figures of a row. */
export interface Estimate {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** One of the claims that a row makes of all who died: what the end of its id is called, and its number. */
export interface Figure {
  readonly slug: 'killed' | 'killed-low' | 'killed-best' | 'killed-high';
  readonly quantity: Quantity;
}

/** A number that the dataset gives: zero is “none”, not an unknown. */
export const exactly = (value: number): Quantity => (value === 0 ? { bound: 'none' } : { bound: 'exact', value });

/** Whether the figures contradict each other, as those of some rows do. */
export const contradicts = ({ low, best, high }: Estimate): boolean => low > best || best > high;

/**
 * What a row says of all who died: one number where its figures are one, else “between low and high, best”. Figures that
 * contradict each other are claims of their own: at least the low one, the best one, at most the high one.
 */
export function figuresOf(estimate: Estimate): Figure[] {
  const { low, best, high } = estimate;
  if (low === best && best === high) return [{ slug: 'killed', quantity: exactly(best) }];
  if (!contradicts(estimate)) return [{ slug: 'killed', quantity: { bound: 'between', min: low, max: high, best } }];
  const figures: Figure[] = [{ slug: 'killed-best', quantity: exactly(best) }];
  if (low > 0) figures.push({ slug: 'killed-low', quantity: { bound: 'at-least', value: low } });
  figures.push({ slug: 'killed-high', quantity: high > 0 ? { bound: 'at-most', value: high } : { bound: 'none' } });
  return figures;
}

/** The figures that such claims came from; `undefined` where they are not all a row's. */
export function estimateOf(figures: ReadonlyMap<Figure['slug'], Quantity>): Estimate | undefined {
  const whole = figures.get('killed');
  if (whole?.bound === 'none') return { low: 0, best: 0, high: 0 };
  if (whole?.bound === 'exact') return { low: whole.value, best: whole.value, high: whole.value };
  if (whole?.bound === 'between') {
    return whole.best === undefined ? undefined : { low: whole.min, best: whole.best, high: whole.max };
  }
  const number = (slug: Figure['slug']): number => {
    const quantity = figures.get(slug);
    return quantity !== undefined && 'value' in quantity ? quantity.value : 0;
  };
  if (!figures.has('killed-best') || !figures.has('killed-high')) return undefined;
  return { low: number('killed-low'), best: number('killed-best'), high: number('killed-high') };
}
