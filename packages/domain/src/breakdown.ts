import type { Claim, ClaimBody } from './claim.ts';
import { quantityOf } from './claim.ts';
import type { ClaimId } from './identifier.ts';
import { interval, type Interval, type Quantity } from './quantity.ts';
import { because, type Because } from './rule.ts';

/** The field in which the parts of a breakdown differ. */
export type BreakdownField = 'scope' | 'persons' | 'outcome' | 'fate' | 'by';

export type BreakdownVerdict = 'adds-up' | 'unallocated' | 'parts-exceed-whole';

export interface BreakdownPart {
  readonly claim: ClaimId;
  /** The value of the field that tells this part from the others. */
  readonly value: string;
  readonly quantity: Quantity;
}

/** The parts a claimant gave against its own whole (rule `breakdown.remainder`). */
export interface Breakdown {
  readonly whole: ClaimId;
  readonly quantity: Quantity;
  readonly field: BreakdownField;
  readonly parts: readonly BreakdownPart[];
  /** The parts added up as intervals; `max` is `null` where nothing limits them. */
  readonly sum: { readonly min: number; readonly max: number | null };
  /** What the whole leaves over; `null` where nothing limits it. */
  readonly remainder: { readonly min: number | null; readonly max: number | null };
  readonly verdict: BreakdownVerdict;
  readonly because: readonly Because[];
}

const FIELDS: readonly BreakdownField[] = ['scope', 'persons', 'outcome', 'fate', 'by'];

const fieldOf = (body: ClaimBody, field: BreakdownField): string | undefined => {
  const value: unknown = (body as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
};

/** The first field in which a part differs from its whole; rockets landed in a district are a scope of those fired. */
const differingField = (part: ClaimBody, whole: ClaimBody): BreakdownField | undefined =>
  FIELDS.find((field) => fieldOf(part, field) !== undefined && fieldOf(part, field) !== fieldOf(whole, field));

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Adds up, for every claim that others are `partOf`, its parts, one sum for each field in which they differ.
 *
 * @param claims Current statements: one claim for each, none superseded.
 */
export function breakdownsOf(claims: readonly Claim[]): Breakdown[] {
  const breakdowns: Breakdown[] = [];
  for (const whole of [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const quantity = quantityOf(whole.body);
    if (quantity === undefined) continue;
    const byField = new Map<BreakdownField, BreakdownPart[]>();
    for (const part of claims) {
      if (part.relations?.partOf !== whole.id) continue;
      const share = quantityOf(part.body);
      const field = differingField(part.body, whole.body);
      if (share === undefined || field === undefined) continue;
      const entry = { claim: part.id, value: fieldOf(part.body, field) ?? '', quantity: share };
      const present = byField.get(field);
      if (present === undefined) byField.set(field, [entry]);
      else present.push(entry);
    }
    for (const field of FIELDS) {
      const parts = byField.get(field);
      if (parts !== undefined) breakdowns.push(breakdown(whole.id, quantity, field, parts));
    }
  }
  return breakdowns;
}

function breakdown(whole: ClaimId, quantity: Quantity, field: BreakdownField, parts: BreakdownPart[]): Breakdown {
  parts.sort((a, b) => (a.value === b.value ? (a.claim < b.claim ? -1 : 1) : a.value < b.value ? -1 : 1));
  const sum = parts.map((part) => interval(part.quantity)).reduce(add, { min: 0, max: 0 });
  const total = interval(quantity);
  const low = total.min - sum.max;
  const high = total.max - sum.min;
  return {
    whole,
    quantity,
    field,
    parts,
    sum: { min: sum.min, max: finite(sum.max) },
    remainder: { min: finite(low), max: finite(high) },
    verdict: low > 0 ? 'unallocated' : high < 0 ? 'parts-exceed-whole' : 'adds-up',
    because: [because('breakdown.remainder', [whole, ...parts.map(({ claim }) => claim)])],
  };
}

const add = (a: Interval, b: Interval): Interval => ({ min: a.min + b.min, max: a.max + b.max });
