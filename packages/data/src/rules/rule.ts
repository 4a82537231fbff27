import type { Field } from '../field.ts';
import type { Records } from '../records.ts';
import type { SinceRelease } from '../since-release.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Where within a field a problem stands: at its key, its value, or at words of its text. */
export type Spot = 'key' | 'value' | { readonly words: string };

/** Tells a problem of a field: what is wrong, and what to do. */
export type Report = (field: Field<YamlFile>, what: string, remedy: string, spot?: Spot) => void;

/**
 * Something that every record must keep. A rule looks at records of any shape and stays silent about values
 * that are of the wrong type: `shape` speaks of those.
 */
export interface Rule {
  /** What problems name it by. */
  readonly id: string;
  /** What it wants, in one sentence. */
  readonly wants: string;
  /** Whether a record may break it for a reason that `exceptions.yml` gives. */
  readonly excusable?: true;
  /** @param since What the latest release published, where the records are held against one. */
  readonly check: (records: Records, report: Report, since?: SinceRelease) => void;
}

/** A value of a record as messages show it, cut where it is long. */
export function quote(value: unknown): string {
  const text = String(JSON.stringify(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}…"`;
}

/** A value as messages show it where it may be missing. */
export const shown = (value: unknown): string => (value === null ? 'nothing' : quote(value));

/** A value as it is written into a record, on one line of YAML, whole. */
export const written = (value: unknown): string => JSON.stringify(value);

/** A noun with its article. */
export const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Words for a list of choices: `a, b or c`. */
export const oneOf = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
