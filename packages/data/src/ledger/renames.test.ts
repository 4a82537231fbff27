import { compareLedgers, type Ledger, type RecordType, type Redirect, silentEdits } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { curatedLedger } from './ledger-file.ts';

/** Keys under which records name places; every other id of a body or a relation is found by what it says. */
const PLACE_KEYS: ReadonlySet<string> = new Set(['place', 'scope', 'within']);
/** Keys that hold words, not ids, even where the words are those of an id. */
const WORDS: ReadonlySet<string> = new Set(['name', 'title', 'paraphrase', 'unnamed', 'weapon', 'measure', 'what']);

const NEW = 'renamed-';

/** The same records with every id of a type under a new name, written by another hand than the domain's. */
function renameAll(ledger: Ledger, type: RecordType): Ledger {
  const lists = { actor: 'actors', place: 'places', event: 'events', source: 'sources', claim: 'claims' } as const;
  const ids = new Set<string>(ledger[lists[type]].map(({ id }) => id));
  const follow = (key: string, value: string): string => {
    if (WORDS.has(key) || PLACE_KEYS.has(key) !== (type === 'place')) return value;
    if (ids.has(value)) return type === 'claim' ? value.replace('/', `/${NEW}`) : `${NEW}${value}`;
    return type === 'source' && ids.has(value.split('/')[0] ?? '') ? `${NEW}${value}` : value;
  };
  const walk = (key: string, value: unknown): unknown => {
    // Corrections keep the words in which they were written.
    if (key === 'corrections') return value;
    if (typeof value === 'string') return follow(key, value);
    if (Array.isArray(value)) return value.map((item) => walk(key, item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, walk(name, field)]));
  };
  const idKey = { place: 'place', actor: 'id', event: 'id', source: 'id', claim: 'id' }[type];
  const records = Object.fromEntries(
    Object.values(lists).map((list) => [
      list,
      (ledger[list] as readonly { readonly id: string }[]).map(({ id, ...record }) => {
        const own = list === lists[type] || (type === 'source' && list === 'claims');
        return { ...(walk('', record) as object), id: own ? follow(idKey, id) : id };
      }),
    ]),
  );
  const redirects = [...ids].map((from) => ({
    type,
    from,
    to: follow(idKey, from),
    date: '2026-01-01',
    reason: 'All of them were.',
  })) as Redirect[];
  return { ...ledger, ...(records as Partial<Ledger>), redirects };
}

test.each(['actor', 'place', 'event', 'source', 'claim'] as const)(
  'every %s of the curated records can be renamed without anything else changing',
  (type) => {
    const before = curatedLedger();
    const after = renameAll(before, type);
    const comparison = compareLedgers(before, after);
    expect(silentEdits(comparison)).toEqual([]);
    expect(comparison.added).toEqual([]);
    expect(comparison.assessments).toEqual([]);
    expect(comparison.changed.every(({ renamedFrom }) => renamedFrom !== undefined)).toBe(true);
    expect(comparison.removed.length).toBeGreaterThanOrEqual(after.redirects.length);
  },
);
