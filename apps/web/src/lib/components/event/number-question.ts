import type { PlaceId, QuestionKey } from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';
import { formatSlug } from '#lib/format/question.ts';
import { actorName, type Reading } from './reading.ts';

const CLASSES: Readonly<Record<string, string>> = { projectile: 'projectiles', device: 'devices', firearm: 'firearms' };

const FATES: Readonly<Record<string, string>> = {
  fired: 'were fired',
  landed: 'landed',
  exploded: 'exploded',
  unexploded: 'did not explode',
  intercepted: 'were intercepted',
};

const plural = (slug: string): string => {
  const words = formatSlug(slug);
  return words.endsWith('s') ? words : `${words}s`;
};

/** What was counted, in the plural, where every answer to a munitions question that names a weapon names the same one: "rockets". */
function munitionWords(key: QuestionKey, munition: string, { claims }: Reading): string {
  const weapons = new Set<string>();
  for (const { body } of claims.values()) {
    if (body.kind !== 'munitions' || body.weapon === undefined) continue;
    const scope = body.scope === undefined ? '' : `@${body.scope}`;
    if (key === `munitions:${body.class}:${body.fate}${scope}`) weapons.add(body.weapon);
  }
  const [only, ...others] = weapons;
  return only !== undefined && others.length === 0 ? plural(only) : (CLASSES[munition] ?? plural(munition));
}

/** Whether a question asks for a number of munitions or of anything but casualties. */
export const isCountQuestion = (key: QuestionKey): boolean => key.startsWith('munitions:') || key.startsWith('count:');

/** Where and when something was counted, as the rest of a key says. */
function qualifierWords(qualifiers: readonly string[], reading: Reading): string {
  return qualifiers
    .map((qualifier) => {
      if (/^\d{4}/.test(qualifier)) return ` on ${formatDate(qualifier, 'UTC')}`;
      const place = reading.places.get(qualifier as PlaceId);
      return ` ${place === undefined || place.kind === 'site' ? 'at' : 'in'} ${place?.name ?? formatSlug(qualifier)}`;
    })
    .join('');
}

/** What a munitions or count question counts, as words to stand after a number: "rockets fired", "launch points". */
export function countedWords(key: QuestionKey, reading: Reading): string {
  const { what, did, where } = partsOf(key, reading);
  return `${what}${did === '' ? '' : ` ${did.replace(/^were /, '').replace('did not explode', 'unexploded')}`}${where}`;
}

/** What a munitions or count question counts, without its fate and place: "rockets". */
export const countedNoun = (key: QuestionKey, reading: Reading): string => partsOf(key, reading).what;

/** A munitions or count question as a heading: "How many rockets were fired", "How many launch points". */
export function countHeading(key: QuestionKey, reading: Reading): string {
  const { what, did, where } = partsOf(key, reading);
  return `How many ${what}${did === '' ? '' : ` ${did}`}${where}`;
}

function partsOf(key: QuestionKey, reading: Reading): { what: string; did: string; where: string } {
  const [head = '', ...qualifiers] = key.split('@');
  const [kind, first = '', second = ''] = head.split(':');
  const where = qualifierWords(qualifiers, reading);
  if (kind === 'munitions') {
    return { what: munitionWords(key, first, reading), did: FATES[second] ?? second, where };
  }
  const [measure = '', by] = first.split('/');
  const who = by === undefined ? '' : ` by ${actorName(reading, by as never)}`;
  return { what: `${formatSlug(measure)}${who}`, did: '', where };
}
