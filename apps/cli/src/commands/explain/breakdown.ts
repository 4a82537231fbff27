import type { Breakdown, BreakdownField, PlaceId } from '@counterclaim/domain';
import { formatNumber, formatQuantity, formatSlug } from '@counterclaim/domain/words';
import type { Teller } from './teller.ts';

const FIELD: Readonly<Record<BreakdownField, string>> = {
  scope: 'place',
  persons: 'group',
  outcome: 'outcome',
  fate: 'fate',
  by: 'party',
};

const bounds = (min: number | null, max: number | null): string => {
  if (min === max && min !== null) return formatNumber(min);
  if (min === null) return max === null ? 'anything' : `${formatNumber(max)} or fewer`;
  return max === null ? `${formatNumber(min)} or more` : `${formatNumber(min)} to ${formatNumber(max)}`;
};

function verdict({ verdict: found, remainder: { min, max } }: Breakdown): string {
  switch (found) {
    case 'adds-up':
      return 'adds up';
    case 'unallocated':
      return `${bounds(min, max)} unallocated`;
    case 'parts-exceed-whole':
      return 'the parts exceed the whole';
  }
}

/** Tells how the parts that a claimant gave add up to its whole. */
export function tellBreakdown(teller: Teller, breakdown: Breakdown): void {
  const { page, footnotes, names } = teller;
  const { whole, quantity, field, parts, sum } = breakdown;
  const nameOf = (value: string): string =>
    names.places.get(value as PlaceId)?.name ?? names.actors.get(value as never)?.name ?? formatSlug(value);
  page.add(
    `${formatQuantity(quantity)} ${footnotes.mark([whole])} by ${FIELD[field]}: ${page.paint('bold', verdict(breakdown))}`,
    2,
  );
  page.add(
    parts
      .map(({ claim, value, quantity: part }) => `${nameOf(value)} ${formatQuantity(part)} ${footnotes.mark([claim])}`)
      .join(' + ') + ` = ${bounds(sum.min, sum.max)}`,
    6,
  );
  teller.because(breakdown.because, 6);
}
