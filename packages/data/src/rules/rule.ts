import type { Field } from '../reading/field.ts';
import type { Records } from '../reading/records.ts';
import type { YamlFile } from '../reading/yaml-file.ts';
import type { SinceRelease } from '../releases/since-release.ts';

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
