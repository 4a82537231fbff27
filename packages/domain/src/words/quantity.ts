import type { Quantity } from '../index.ts';
import { formatNumber } from './number.ts';

/** A number as it was spoken, in words: "8", "at least 8", "between 5 and 10 (best 10)", "none", "none known". */
export function formatQuantity(quantity: Quantity): string {
  switch (quantity.bound) {
    case 'exact':
      return formatNumber(quantity.value);
    case 'at-least':
      return `at least ${formatNumber(quantity.value)}`;
    case 'more-than':
      return `more than ${formatNumber(quantity.value)}`;
    case 'at-most':
      return `at most ${formatNumber(quantity.value)}`;
    case 'fewer-than':
      return `fewer than ${formatNumber(quantity.value)}`;
    case 'about':
      return `about ${formatNumber(quantity.value)}`;
    case 'between': {
      const between = `between ${formatNumber(quantity.min)} and ${formatNumber(quantity.max)}`;
      return quantity.best === undefined ? between : `${between} (best ${formatNumber(quantity.best)})`;
    }
    case 'none':
      return 'none';
    case 'none-known':
      return 'none known';
    case 'unquantified':
      return 'some, no number given';
  }
}
