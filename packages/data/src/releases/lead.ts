import { type Json, RECORD_TYPES, type Redirect, redirectOf } from '@counterclaim/domain';

/** A value with the ids of today in place of those that were redirected since it was written. */
export type Lead = (value: Json) => Json;

/** Leads ids on whatever their type, which a value does not tell: two values only become more alike. */
export function leadBy(redirects: readonly Redirect[]): Lead {
  if (redirects.length === 0) return (value) => value;
  const lead: Lead = (value) => {
    if (typeof value === 'string') {
      return RECORD_TYPES.flatMap((type) => redirectOf(redirects, type, value)?.to ?? [])[0] ?? value;
    }
    if (Array.isArray(value)) return value.map(lead);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, lead(field)]));
  };
  return lead;
}
