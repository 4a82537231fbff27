import { RECORD_TYPES, type RecordKey, type RecordType } from '@counterclaim/domain';
import { formatCount } from '@counterclaim/domain/words';
import type { Difference } from './difference.ts';

const ofType = (records: readonly RecordKey[], type: RecordType): number =>
  records.filter((record) => record.type === type).length;

/** A difference in one sentence: how many records, edits in silence and assessments. */
export function summaryOf({ before, after, comparison, silent }: Difference): string {
  const { added, removed, changed, redirects, assessments } = comparison;
  const fates = (type: RecordType): string[] =>
    [
      { count: ofType(added, type), word: 'added' },
      { count: ofType(changed, type), word: 'changed' },
      { count: ofType(removed, type), word: 'removed' },
    ].flatMap(({ count, word }) => (count === 0 ? [] : [`${count} ${word}`]));
  const redirected = redirects.added.length + redirects.changed.length + redirects.lost.length;
  const parts = [
    ...[...RECORD_TYPES].reverse().flatMap((type) => {
      const told = fates(type);
      return told.length === 0 ? [] : [`${type}s ${told.join(', ')}`];
    }),
    ...(redirected === 0 ? [] : [formatCount(redirected, 'redirect')]),
    silent.length === 0
      ? 'nothing in silence'
      : before.published
        ? formatCount(silent.length, 'silent edit')
        : `${formatCount(silent.length, 'edit')} told by no correction or redirect`,
    assessments.length === 0
      ? 'no assessment differs'
      : `assessments of ${formatCount(assessments.length, 'event')} differ`,
  ];
  return `${before.name} → ${after.name}: ${parts.join('; ')}`;
}
