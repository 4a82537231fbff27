import type { Field } from '../reading/field.ts';

const eventsOf = (claim: Field): string[] =>
  claim.get('about').items.flatMap(({ text }) => (text === undefined ? [] : [text]));

/** Whether two claims are about an event in common; claims whose events cannot be told are taken to be. */
export function shareEvent(a: Field, b: Field): boolean {
  const events = eventsOf(a);
  const others = eventsOf(b);
  return events.length === 0 || others.length === 0 || events.some((event) => others.includes(event));
}
