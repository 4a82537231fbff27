import { parseDate } from '@counterclaim/domain';

/** A report that a row rests on, as source_article names it. Its headline is its publisher's text, and is left where it is. */
export interface CitedReport {
  readonly publisher: string;
  /** YYYY-MM-DD. */
  readonly published: string;
}

const REPORT = /^\s*(.+?)\s*,\s*(\d{4}-\d{2}-\d{2})\s*(?:,|$)/su;

/**
 * The reports that source_article lists: `"publisher,date,headline";"…"`. What older rows have there is free text, which names
 * none in a way that can be told apart.
 *
 * Nothing is made of them yet: a source cannot say on which others it rests, and a report beside the event, without that, would
 * look as if somebody had read it.
 */
export function citedReports(sourceArticle: string): CitedReport[] {
  return sourceArticle
    .split(/"\s*;\s*"/)
    .map((entry) => REPORT.exec(entry.replace(/^\s*"/, '')))
    .flatMap((found) => {
      const [, publisher = '', published = ''] = found ?? [];
      return publisher !== '' && parseDate(published).ok ? [{ publisher, published }] : [];
    });
}
