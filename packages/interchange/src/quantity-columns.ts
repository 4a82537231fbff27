import type { Quantity } from '@counterclaim/domain';
import type { Cell, Column } from './column.ts';

/** What two tables say of their numbers in words of their own. */
interface Wording {
  readonly bound: string;
  readonly best: string;
}

/**
 * The fields of a quantity, side by side; those that its bound does not have are empty.
 *
 * @param of The quantity of an item; `undefined` where it has none.
 */
export function quantityColumns<Item>(
  of: (item: Item) => Quantity | undefined,
  { bound, best }: Wording,
): Column<Item>[] {
  const field =
    (name: 'bound' | 'value' | 'min' | 'max' | 'best') =>
    (item: Item): Cell => {
      const value: unknown = (of(item) as Readonly<Record<string, unknown>> | undefined)?.[name];
      return typeof value === 'string' || typeof value === 'number' ? value : null;
    };
  return [
    { name: 'bound', type: 'id', description: bound, value: field('bound') },
    { name: 'value', type: 'integer', description: 'The number that was spoken.', value: field('value') },
    { name: 'min', type: 'integer', description: 'The lower of two numbers.', value: field('min') },
    { name: 'max', type: 'integer', description: 'The higher of two numbers.', value: field('max') },
    { name: 'best', type: 'integer', description: best, value: field('best') },
  ];
}
