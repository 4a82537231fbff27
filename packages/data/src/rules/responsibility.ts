import { type ActorId, isSlug, rootOf, UNKNOWN } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import type { Rule } from './rule.ts';

const OF_ONESELF: readonly unknown[] = ['claims', 'denies'];

/** The actor whom a speaker or author stands for, where the record names one. */
const actorOf = (speaker: Field): ActorId | undefined => {
  const id = speaker.text ?? speaker.get('of').text;
  return id === undefined || id === UNKNOWN || !isSlug(id) ? undefined : (id as ActorId);
};

export const responsibility: Rule = {
  id: 'responsibility',
  wants:
    'Responsibility names whom the stance is about, unless nobody claimed it; who claims or denies speaks of their own side.',
  check(records, report) {
    const { actors } = records;
    for (const { field } of records.eachClaim()) {
      const body = field.get('body');
      if (body.get('kind').text !== 'responsibility') continue;
      const stance = body.get('stance');
      const named = body.get('actors');
      if (!Array.isArray(named.value) || stance.text === undefined) continue;
      if (stance.text === 'none-claimed') {
        if (named.value.length > 0)
          report(named, 'none-claimed names actors', 'write actors: [], or another stance', 'key');
        continue;
      }
      if (named.value.length === 0) {
        report(named, `${quote(stance.text)} names nobody`, 'name whom it is about in actors, or write unknown', 'key');
        continue;
      }
      const speaker = actorOf(field.get('claimant'));
      const about = named.items.map(actorOf);
      if (!OF_ONESELF.includes(stance.text) || speaker === undefined || about.includes(undefined)) continue;
      const side = rootOf(speaker, actors);
      if (about.some((actor) => actor !== undefined && rootOf(actor, actors) === side)) continue;
      report(
        stance,
        `${speaker} ${stance.text} what ${about.join(', ')} did, which is another side`,
        stance.text === 'denies'
          ? 'write exonerates where one says that another did not do it, or correct actors'
          : 'write accuses or reports where one speaks of another, or correct actors',
      );
    }
  },
};
