import { isClaimId, sourceIdOf } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import { ledgerRecord } from '../reading/ledger-record.ts';
import type { Records } from '../reading/records.ts';
import type { Reference } from '../reading/references.ts';
import { isRetracted, stands } from '../reading/standing.ts';
import { tooEarly } from './editorial-day.ts';
import type { Rule } from './rule.ts';

/** Whether what a reference names was taken back; a claim also with the source that it was coded from. */
export function namesRetracted({ to, id }: Reference, records: Records): boolean {
  if (to !== 'claims') return isRetracted(records.record(to, id));
  return (
    isRetracted(records.claim(id)?.field) || (isClaimId(id) && isRetracted(records.record('sources', sourceIdOf(id))))
  );
}

const WAYS: Readonly<Record<Reference['to'], string>> = {
  actors: 'name another actor',
  places: 'name another place',
  events: 'name another event',
  sources: 'name another source',
  claims: 'name another claim, or take the relation away',
};

export const retracted: Rule = {
  id: 'retracted',
  wants: 'Nothing that stands names a record that was retracted, or a claim of a source that was.',
  check(records, report, since) {
    for (const { type, id, date } of since?.comparison.retracted ?? []) {
      const day = ledgerRecord(records, type, id)?.field.get('retracted').get('date');
      if (since === undefined || day === undefined || date >= since.date) continue;
      report(day, ...tooEarly('retraction', date, since));
    }
    for (const reference of records.references) {
      const { to, id, field } = reference;
      if (!namesRetracted(reference, records) || !stands(field)) continue;
      const taken = to === 'claims' && !isRetracted(records.claim(id)?.field) ? ', with its source,' : '';
      report(
        field,
        `${quote(id)} was${taken} retracted`,
        `${WAYS[to]} and tell it in corrections, or retract this too`,
      );
    }
  },
};
