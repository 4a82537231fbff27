import type { Actor, Event, Place, Redirect } from '@counterclaim/domain';
import type { SourceRecord } from '../schema/record.ts';

/** Records that keep every rule. */
export interface CheckedRecords {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly events: readonly Event[];
  readonly sources: readonly SourceRecord[];
  readonly redirects: readonly Redirect[];
}
