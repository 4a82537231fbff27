import {
  type AssessedEvent,
  encodeGtd,
  encodeUcdpGed,
  EVENT_COLUMNS,
  type EventRow,
  GED_COLUMNS,
  GTD_COLUMNS,
  type LossReport,
  writeCsv,
  writeGeoJson,
} from '@counterclaim/interchange';

/** A format that events are written in: by their rows alone, or by all that the ledger has of each. */
export type ExportFormat =
  | { readonly needs: 'rows'; readonly write: (rows: AsyncIterable<EventRow>) => AsyncIterable<string> }
  | {
      readonly needs: 'dossiers';
      /** @param losses Told of what the format cannot say. */
      readonly write: (events: AsyncIterable<AssessedEvent>, losses: LossReport) => AsyncIterable<string>;
    };

/** Formats as the command line names them. JSON-LD is none: its writer needs the whole ledger at once. */
export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  'ucdp-ged': { needs: 'dossiers', write: (events, losses) => writeCsv(GED_COLUMNS, encodeUcdpGed(events, losses)) },
  gtd: { needs: 'dossiers', write: (events, losses) => writeCsv(GTD_COLUMNS, encodeGtd(events, losses)) },
  csv: { needs: 'rows', write: (rows) => writeCsv(EVENT_COLUMNS, rows) },
  geojson: { needs: 'rows', write: writeGeoJson },
};
