import { RECORD_TYPES, type RecordKey, type RecordType } from '@counterclaim/domain';
import { formatCount } from '@counterclaim/domain/words';
import type { Difference } from './difference.ts';
import { saysMore } from './grouping.ts';

/** A difference in one sentence: how many records, edits in silence and assessments. */
export function summaryOf({ before, after, comparison, silent }: Difference): string {
  const { added, removed, changed, redirects, assessments } = comparison;
  const kinds: readonly { readonly records: readonly RecordKey[]; readonly word: string }[] = [
    { records: added, word: 'added' },
    { records: changed.filter(saysMore), word: 'changed' },
    { records: removed.filter(({ redirect }) => redirect !== null), word: 'renamed' },
    { records: removed.filter(({ redirect }) => redirect === null), word: 'removed' },
  ];
  const fates = (type: RecordType): string[] =>
    kinds.flatMap(({ records, word }) => {
      const count = records.filter((record) => record.type === type).length;
      return count === 0 ? [] : [`${count} ${word}`];
    });
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
