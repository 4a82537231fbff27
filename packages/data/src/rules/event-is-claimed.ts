import type { Rule } from './rule.ts';

export const eventIsClaimed: Rule = {
  id: 'event-is-claimed',
  wants: 'Every event has a place, and a claim that is about it.',
  check(records, report) {
    const about = new Set(
      records.references.filter(({ to, field }) => to === 'events' && field.path.includes('about')).map(({ id }) => id),
    );
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
      if (about.has(id) || records.mentionedUnread(id)) continue;
      report(event, `no claim is about ${id}`, 'code a claim that names it in about, or take the file away');
    }
  },
};
