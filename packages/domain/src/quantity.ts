import { z } from 'zod';
import { define } from './schema.ts';

/** What the words of a statement say about a number. */
export const QUANTITY_BOUNDS = [
  'exact',
  'at-least',
  'more-than',
  'at-most',
  'fewer-than',
  'about',
  'between',
  'none',
  'none-known',
  'unquantified',
] as const;

const whole = /* @__PURE__ */ define(() => z.int().min(0).describe('A whole number, as it was spoken.'));
const positive = /* @__PURE__ */ define(() => z.int().min(1).describe('A whole number from 1, as it was spoken.'));

export const quantitySchema = /* @__PURE__ */ define(() =>
  z.discriminatedUnion('bound', [
    z.strictObject({ bound: z.literal('exact').describe('“eight”'), value: positive }),
    z.strictObject({ bound: z.literal('at-least').describe('“at least eight”, “eight so far”'), value: positive }),
    z.strictObject({ bound: z.literal('more-than').describe('“more than eight”, “over eight”'), value: whole }),
    z.strictObject({ bound: z.literal('at-most').describe('“up to eight”'), value: positive }),
    z.strictObject({ bound: z.literal('fewer-than').describe('“fewer than eight”'), value: positive.min(2) }),
    z.strictObject({ bound: z.literal('about').describe('“about eight”: a tenth either way'), value: positive }),
    z.strictObject({
      bound: z.literal('between').describe('“between eight and ten”'),
      min: whole.describe('The smaller number.'),
      max: whole.describe('The larger number.'),
      best: whole.describe("The claimant's own best number among them.").optional(),
    }),
    z.strictObject({ bound: z.literal('none').describe('“no casualties”: zero') }),
    z.strictObject({ bound: z.literal('none-known').describe('“no word of casualties”: not zero') }),
    z.strictObject({ bound: z.literal('unquantified').describe('“several”, “dozens”: some, and no number') }),
  ]),
);

/**
 * A number as it was spoken. *None*, *none known* and a missing quantity are three different things.
 * Numbers are whole and count persons, munitions or whatever the claim counts.
 */
export type Quantity = z.infer<typeof quantitySchema>;

/** Closed interval of whole numbers; `max` is `Infinity` when nothing limits it. */
export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** The share by which "about n" may miss n, either way (rule `quantity.interval`). */
const ABOUT = 0.1;

/** What the words of a quantity allow (rule `quantity.interval`). */
export function interval(quantity: Quantity): Interval {
  switch (quantity.bound) {
    case 'exact':
      return { min: quantity.value, max: quantity.value };
    case 'at-least':
      return { min: quantity.value, max: Infinity };
    case 'more-than':
      return { min: quantity.value + 1, max: Infinity };
    case 'at-most':
      return { min: 1, max: quantity.value };
    case 'fewer-than':
      return { min: 1, max: quantity.value - 1 };
    case 'about':
      return {
        min: Math.ceil(quantity.value * (1 - ABOUT)),
        max: Math.floor(quantity.value * (1 + ABOUT)),
      };
    case 'between':
      return { min: quantity.min, max: quantity.max };
    case 'none':
      return { min: 0, max: 0 };
    case 'none-known':
      return { min: 0, max: Infinity };
    case 'unquantified':
      return { min: 1, max: Infinity };
  }
}

/** The numbers that were spoken; `open` when the words set no upper limit. */
export interface Stated {
  readonly low: number;
  readonly high: number;
  readonly open: boolean;
}

/** The number or numbers that a quantity states, or `null` when it states none (rule `quantity.stated`). */
export function stated(quantity: Quantity): Stated | null {
  switch (quantity.bound) {
    case 'between':
      return { low: quantity.min, high: quantity.max, open: false };
    case 'none':
      return { low: 0, high: 0, open: false };
    case 'none-known':
    case 'unquantified':
      return null;
    case 'at-least':
    case 'more-than':
      return { low: quantity.value, high: quantity.value, open: true };
    case 'exact':
    case 'at-most':
    case 'fewer-than':
    case 'about':
      return { low: quantity.value, high: quantity.value, open: false };
  }
}

/** Whether two intervals share a number. */
export const intersects = (a: Interval, b: Interval): boolean => a.min <= b.max && b.min <= a.max;

/** Whether a quantity says that there was nothing, or that nothing is known of. */
export const isNone = (quantity: Quantity): boolean => quantity.bound === 'none' || quantity.bound === 'none-known';

/** One text for each distinct quantity, whatever the order of its fields. */
export function quantityKey(quantity: Quantity): string {
  switch (quantity.bound) {
    case 'between':
      return `between ${quantity.min}..${quantity.max}${quantity.best === undefined ? '' : ` best ${quantity.best}`}`;
    case 'none':
    case 'none-known':
    case 'unquantified':
      return quantity.bound;
    default:
      return `${quantity.bound} ${quantity.value}`;
  }
}
