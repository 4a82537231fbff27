import { type Quantity, stated } from '@counterclaim/domain';
import { formatNumber } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import type { Axis } from './axis.ts';

/** How a mark is filled: a current answer, a past one, one of another scope, a past one of another scope, or one that compilers restate. */
export type MarkTone = 'current' | 'past' | 'other' | 'other-past' | 'restated';

/** One number, placed: x in percent of the column, y in pixels. */
export interface Mark {
  readonly x: number;
  /** The other end of a number given as a range. */
  readonly to: number | null;
  readonly y: number;
  /** `again` stands in another row already. */
  readonly form: 'dot' | 'again' | 'diamond' | 'zero';
  readonly tone: MarkTone;
  /** Where the words set no limit. */
  readonly open: 'above' | 'below' | null;
  /** The words exclude the number itself: more than, fewer than. */
  readonly exclusive: boolean;
  /** Carried by many documents. */
  readonly many: boolean;
  readonly label: string;
  readonly href: string;
  /** Who said it, and how it stands. */
  readonly title: string;
}

/** Documents from which on a number counts as repeated many times. */
export const MANY_DOCUMENTS = 5;

/** A number as it stands beside its mark: "8", "10+" for at least 10, ">30", "0 none". Only signs that every font has. */
export function markLabel(quantity: Quantity): string {
  switch (quantity.bound) {
    case 'at-least':
      return `${formatNumber(quantity.value)}+`;
    case 'more-than':
      return `>${formatNumber(quantity.value)}`;
    case 'at-most':
      return `up to ${formatNumber(quantity.value)}`;
    case 'fewer-than':
      return `<${formatNumber(quantity.value)}`;
    case 'about':
      return `~${formatNumber(quantity.value)}`;
    case 'between':
      return `${formatNumber(quantity.min)}–${formatNumber(quantity.max)}`;
    case 'none':
      return '0 none';
    case 'exact':
    case 'none-known':
    case 'unquantified':
      return formatQuantity(quantity);
  }
}

type Placed = Pick<Mark, 'x' | 'to' | 'form' | 'open' | 'exclusive' | 'label'>;

/** Places a number on an axis; `null` where its words state none. */
export function placeQuantity(quantity: Quantity, axis: Axis): Placed | null {
  const number = stated(quantity);
  if (number === null) return null;
  const { bound } = quantity;
  const above = bound === 'at-least' || bound === 'more-than';
  const below = bound === 'at-most' || bound === 'fewer-than';
  return {
    x: axis.x(number.low),
    to: number.high === number.low ? null : axis.x(number.high),
    form: number.high === 0 ? 'zero' : 'dot',
    open: above ? 'above' : below ? 'below' : null,
    exclusive: bound === 'more-than' || bound === 'fewer-than',
    label: markLabel(quantity),
  };
}

/** Labels stand right of a mark; left where an arrow stands right, or the number is only repeated. */
export const labelSide = ({ open, form }: Pick<Mark, 'open' | 'form'>): 'left' | 'right' =>
  open === 'above' || form === 'again' ? 'left' : 'right';
