import type { Facets } from '@counterclaim/api/client';
import type { AttributionStatus, EventKind, Stance } from '@counterclaim/domain';
import { STATUS_FORMS } from '#lib/components/glyph/status.ts';
import { formatDate } from '#lib/format/date.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatEventKind } from '#lib/format/kind.ts';
import { formatNumber } from '#lib/format/number.ts';
import { STANCE_WORDS } from '#lib/format/stance.ts';
import {
  endsOf,
  type EventQuery,
  type Filter,
  type ListParameter,
  type RangeParameter,
} from '#lib/state/event-query.ts';

/** What each filter is called in the rail and on a chip. */
export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  q: 'Words',
  bbox: 'Area',
  place: 'Place',
  actor: 'Actor named',
  claimant: 'Claimant',
  stance: 'Stance',
  status: 'Attribution',
  agreement: 'Some question is',
  question: 'Question',
  kind: 'Kind',
  dataset: 'Dataset',
  source: 'Source',
  date: 'Date',
  killed: 'Killed',
  injured: 'Injured',
};

/** Names of actors, places, sources …, by filter and value. */
export type ValueNames = Readonly<Partial<Record<ListParameter, Readonly<Record<string, string>>>>>;

/** Values that carry their names with their counts. */
export const NAMED = ['actor', 'claimant', 'place', 'source', 'dataset'] as const;

/** Names of all values that facets count; of a dataset they know the id alone. */
export const namesIn = ({
  facets,
}: Facets): Readonly<Record<(typeof NAMED)[number], Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    NAMED.map((name) => [
      name,
      Object.fromEntries(
        facets[name]
          .filter(({ value, label }) => name !== 'dataset' || label !== value)
          .map(({ value, label }) => [value, label]),
      ),
    ]),
  ) as ReturnType<typeof namesIn>;

/** Two sets of names as one; those of the second are added. */
export const withNames = (names: ValueNames, more: ValueNames): ValueNames =>
  Object.fromEntries(
    [...new Set([...Object.keys(names), ...Object.keys(more)] as ListParameter[])].map((name) => [
      name,
      { ...names[name], ...more[name] },
    ]),
  );

/** The names that counts do not carry themselves. */
export const namesBeyond = (names: ValueNames, facets: Facets): ValueNames => {
  const counted: ValueNames = namesIn(facets);
  return Object.fromEntries(
    (Object.entries(names) as [ListParameter, Readonly<Record<string, string>>][]).map(([name, all]) => [
      name,
      Object.fromEntries(Object.entries(all).filter(([value]) => counted[name]?.[value] === undefined)),
    ]),
  );
};

const words = (slug: string): string => capitalise(slug.replaceAll('-', ' '));

/** What a value of a list filter is called; its id in words where nobody told its name. */
export function valueName(name: ListParameter, value: string, names: ValueNames): string {
  switch (name) {
    case 'status':
      return value in STATUS_FORMS ? STATUS_FORMS[value as AttributionStatus].word : words(value);
    case 'stance':
      return value in STANCE_WORDS ? capitalise(STANCE_WORDS[value as Stance]) : words(value);
    case 'question':
      return value;
    case 'kind':
      return capitalise(formatEventKind(value as EventKind));
    case 'agreement':
      return words(value);
    case 'place':
    case 'actor':
    case 'claimant':
    case 'dataset':
    case 'source':
      return names[name]?.[value] ?? words(value);
  }
}

/** A range of counts or dates in words: "at least 1", "1–5", "from 2020", "November 2020 to July 2021". */
export function rangeName(query: EventQuery, name: RangeParameter): string {
  const { from, to } = endsOf(query, name);
  if (name === 'date') {
    if (to === '') return `from ${formatDate(from, 'UTC')}`;
    if (from === '') return `until ${formatDate(to, 'UTC')}`;
    return from === to ? formatDate(from, 'UTC') : formatDate(`${from}/${to}`, 'UTC');
  }
  const number = (text: string): string => (/^\d+$/.test(text) ? formatNumber(Number(text)) : text);
  if (to === '') return `at least ${number(from)}`;
  if (from === '') return `at most ${number(to)}`;
  return from === to ? number(from) : `${number(from)}–${number(to)}`;
}
