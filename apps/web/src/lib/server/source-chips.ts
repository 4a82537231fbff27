import type { Client, SourceFilterName } from '@counterclaim/api/client';
import { isSlug, type Source } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatSourceKind } from '#lib/format/kind.ts';
import { formatLanguage } from '#lib/format/language.ts';
import { type SourceQuery, sourcesUrl, withoutValue } from '#lib/state/source-query.ts';
import { orNothing } from './names.ts';

/** A filter of the list of sources, in words, with the list without it. */
export interface SourceChip {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly href: string;
}

const FILTERS = ['publisher', 'wire', 'language', 'kind'] as const satisfies SourceFilterName[];

async function wordsOf(name: (typeof FILTERS)[number], value: string, api: Client): Promise<string> {
  if (name === 'language') return formatLanguage(value);
  if (name === 'kind') return formatSourceKind(value as Source['kind']);
  return (isSlug(value) ? await orNothing(api.actor(value)) : undefined)?.actor.name ?? value;
}

/** The filters of a query as chips, words to search for aside: these stand in their box. */
export async function sourceChips(query: SourceQuery, api: Client): Promise<SourceChip[]> {
  const chips = FILTERS.flatMap((name) =>
    (query[name]?.split('~') ?? []).map(async (value) => ({
      key: `${name} ${value}`,
      name: capitalise(name),
      value: await wordsOf(name, value, api),
      href: sourcesUrl(withoutValue(query, name, value)),
    })),
  );
  return Promise.all(chips);
}
