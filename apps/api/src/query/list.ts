import { MAXIMUM_ID_LENGTH } from '@counterclaim/domain';
import { z } from 'zod';
import { splitList } from './filter-text.ts';

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** The first item of a list that a pattern does not fit. */
const wrongItem = (text: string, item: RegExp): string => text.split('~').find((part) => !item.test(part)) ?? text;

/**
 * `a~b`: any of several values of a fixed vocabulary.
 * @param what one of the values, in words: `an attribution status`
 */
export function choicesParameter<const Value extends string>(values: readonly Value[], what: string) {
  const item = values.join('|');
  return z
    .string()
    .regex(new RegExp(`^(?:${item})(?:~(?:${item}))*$`), {
      error: ({ input }) =>
        `${JSON.stringify(wrongItem(String(input), new RegExp(`^(?:${item})$`)))} is not ${what}: write one or more of ${values.join(', ')}, joined by ~`,
    })
    .transform((text) => splitList(text) as Value[]);
}

const TAG = '[a-z]{2,3}(?:-[A-Za-z0-9]+)*';

/** `a~b`: any of several languages. */
export const tagsParameter = z
  .string()
  .regex(new RegExp(`^${TAG}(?:~${TAG})*$`), {
    error: ({ input }) =>
      `${JSON.stringify(wrongItem(String(input), new RegExp(`^${TAG}$`)))} is not a language: write BCP 47 tags such as en or fa-AF, joined by ~`,
  })
  .max(400, { error: 'has too many languages: ask for fewer at once' })
  .transform((text) => splitList(text));

/**
 * `a~b`: any of several records, by id.
 * @param what one of them, in words: `an actor’s id`
 */
export function idsParameter<Id extends string>(what: string) {
  return z
    .string()
    .regex(new RegExp(`^${SLUG}(?:~${SLUG})*$`), {
      error: ({ input }) =>
        `${JSON.stringify(wrongItem(String(input), new RegExp(`^${SLUG}$`)))} is not ${what}: ids are lower-case letters, digits and single hyphens; join several with ~`,
    })
    .max(50 * (MAXIMUM_ID_LENGTH + 1), { error: 'has too many ids: ask for at most 50 at once' })
    .transform((text) => splitList(text) as Id[]);
}
