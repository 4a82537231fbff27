import type { Actor } from '@counterclaim/domain';

/** Kinds of bodies that English names with "the", unless they are states or proper names of one word. */
const WITH_ARTICLE: ReadonlySet<Actor['kind']> = new Set([
  'ministry',
  'agency',
  'military',
  'command',
  'court',
  'office',
  'embassy',
  'office-holder',
]);

/** Names that take "the" whatever they name. */
const TAKES_ARTICLE =
  /^(?:Taliban|United (?:States|Kingdom|Nations|Arab)|Netherlands|Philippines|Government|Ministry|Embassy|Department|Office|Presidency|Foreign Office|European Union|Islamic (?:Republic|Emirate))\b|\b(?:network|Front|Army|Movement|Alliance|Forces|police)$/;

/** Titles of what is printed or compiled stand as they are. */
const TITLES: ReadonlySet<Actor['kind']> = new Set(['publication', 'outlet', 'dataset', 'company']);

/** A name that is an acronym or a person's takes none: "CENTCOM", "Tariq Arian, spokesman". */
const TAKES_NONE = /^[A-Z]{2,}\b|,|^(?:The|the|an?|unnamed)\b/;

/** A body's name in the middle of a sentence: "the Ministry of Interior Affairs", "the Taliban", "Islamic State", "UNAMA". */
export function withArticle(name: string, kind: Actor['kind'] | undefined): string {
  if (TAKES_NONE.test(name) || (kind !== undefined && TITLES.has(kind))) return name;
  if (TAKES_ARTICLE.test(name)) return `the ${name}`;
  return kind !== undefined && WITH_ARTICLE.has(kind) && /\s/.test(name) ? `the ${name}` : name;
}
