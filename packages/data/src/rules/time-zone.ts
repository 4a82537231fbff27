import { isTimeZone } from '@counterclaim/domain';
import { nearest } from '../problem/nearest.ts';
import { quote } from '../problem/phrase.ts';
import type { Rule } from './rule.ts';

export const timeZone: Rule = {
  id: 'time-zone',
  wants: 'The zone of an event is in the IANA time-zone database.',
  check(records, report) {
    for (const event of records.of('events')) {
      const zone = event.get('zone');
      if (zone.text === undefined || isTimeZone(zone.text)) continue;
      const meant = nearest(zone.text, Intl.supportedValuesOf('timeZone'));
      report(
        zone,
        `${quote(zone.text)} is no IANA time zone`,
        meant === undefined ? 'write one such as Asia/Kabul' : `write ${meant}`,
      );
    }
  },
};
