import { isRetracted, stands } from '../reading/standing.ts';
import type { Rule } from './rule.ts';

export const eventIsClaimed: Rule = {
  id: 'event-is-claimed',
  wants: 'Every event has a place, and one that stands a claim that is about it and stands.',
  check(records, report, since) {
    const about = new Set(
      records.references
        .filter(({ to, field }) => to === 'events' && field.path.includes('about') && stands(field))
        .map(({ id }) => id),
    );
    const released = new Set<string>(since?.ledger.events.map(({ id }) => id));
    for (const event of records.of('events')) {
      const { id } = event.file;
      const places = event.get('places');
      if (Array.isArray(places.value) && places.value.length === 0) {
        report(
          places,
          'the event has no place',
          'add one to places: where nothing closer is known, the country',
          'key',
        );
      }
      if (about.has(id) || isRetracted(event) || records.mentionedUnread(id)) continue;
      report(
        event,
        `no claim is about ${id}`,
        `code a claim that names it in about, or ${released.has(id) ? 'retract it' : 'take the file away'}`,
      );
    }
  },
};
