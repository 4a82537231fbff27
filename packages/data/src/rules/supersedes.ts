import { type ActorId, type ActorIndex, inOneChain, isEdtf, isTimeZone, spanOf } from '@counterclaim/domain';
import type { Field } from '../reading/field.ts';
import type { ClaimEntry, Records } from '../reading/records.ts';
import { shareEvent } from './relation.ts';
import type { Report, Rule } from './rule.ts';

/** Whose word a claim is: a party, or the label of an unnamed person whom no body sent. */
type Voice = { readonly actor: ActorId } | { readonly label: string };

/** The voice of a claim: a publication's sentence is that of the wire it comes from (rule `position.owner`). */
function voiceOf({ field, source }: ClaimEntry, actors: ActorIndex): Voice | null {
  const claimant = field.get('claimant');
  const label = claimant.get('unnamed').text;
  if (label !== undefined) {
    const of = claimant.get('of').text;
    return of === undefined ? { label } : { actor: of as ActorId };
  }
  if (claimant.text === undefined) return null;
  if (actors.get(claimant.text as ActorId)?.kind !== 'publication') return { actor: claimant.text as ActorId };
  const origin =
    field.get('via').items[0]?.text ??
    field.get('wire').text ??
    source.get('wire').text ??
    source.get('publisher').text;
  return { actor: (origin ?? claimant.text) as ActorId };
}

function isOneVoice(a: Voice, b: Voice, actors: ActorIndex): boolean {
  if ('actor' in a) return 'actor' in b && inOneChain(a.actor, b.actor, actors);
  return 'label' in b && a.label === b.label;
}

/** The zone in which two claims' days are counted: that of an event of the later one. */
function zoneOf(claim: Field, records: Records): string {
  const zone = records.record('events', claim.get('about').items[0]?.text)?.get('zone').text;
  return zone !== undefined && isTimeZone(zone) ? zone : 'UTC';
}

function checkOrder(named: Field, entry: ClaimEntry, target: ClaimEntry, records: Records, report: Report): void {
  const [said, before] = [entry.field.get('said').text, target.field.get('said').text];
  if (said === undefined || before === undefined || !isEdtf(said) || !isEdtf(before)) return;
  const zone = zoneOf(entry.field, records);
  if (spanOf(before, zone).start < spanOf(said, zone).end) return;
  report(
    named,
    `${target.id} was said later, ${before} after ${said}`,
    'turn the relation round, or correct the dates',
  );
}

/** Whether one of the claims that a claim replaces, at any distance, is that claim itself. */
function isReplacedByItself(start: ClaimEntry, first: string, key: string, records: Records): boolean {
  const open = [first];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start.id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { text } of records.claim(next)?.field.get('relations').get(key).items ?? []) {
      if (text !== undefined) open.push(text);
    }
  }
  return false;
}

export const supersedes: Rule = {
  id: 'supersedes',
  wants:
    'A claim supersedes or retracts earlier ones of its own `partOf` chain, about an event of its own, and never itself.',
  check(records, report) {
    const { actors } = records;
    for (const entry of records.eachClaim()) {
      const voice = voiceOf(entry, actors);
      for (const key of ['supersedes', 'retracts'] as const) {
        for (const named of entry.field.get('relations').get(key).items) {
          const target = records.claim(named.text);
          if (target === undefined) continue;
          if (isReplacedByItself(entry, target.id, key, records)) {
            report(
              named,
              `the claim ${key} itself${target.id === entry.id ? '' : `, by way of ${target.id}`}`,
              `take ${key} away from the earlier claim`,
            );
            continue;
          }
          const other = voiceOf(target, actors);
          if (voice !== null && other !== null && !isOneVoice(voice, other, actors)) {
            report(
              named,
              `${target.id} is the word of ${nameOf(other)}, not of ${nameOf(voice)}`,
              'a body replaces only what its own partOf chain said: name respondsTo instead, or correct the claimant or partOf',
            );
          }
          if (!shareEvent(entry.field, target.field)) {
            report(named, `${target.id} is about another event`, `take it from ${key}, or correct about`);
          }
          checkOrder(named, entry, target, records, report);
        }
      }
    }
  },
};

const nameOf = (voice: Voice): string =>
  'actor' in voice ? voice.actor : `the unnamed ${JSON.stringify(voice.label)}`;
