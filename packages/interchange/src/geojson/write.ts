import type { EventRow } from '../event-row.ts';
import { eventFeature } from './event-feature.ts';

/** Features written at once. */
const FEATURES = 100;

/** Writes events as a GeoJSON feature collection (RFC 7946), one feature a line, some at a time. */
export async function* writeGeoJson(
  events: Iterable<EventRow> | AsyncIterable<EventRow>,
): AsyncGenerator<string, void, undefined> {
  let separator = '{"type":"FeatureCollection","features":[\n';
  let lines = '';
  let count = 0;
  for await (const event of events) {
    lines += separator + JSON.stringify(eventFeature(event));
    separator = ',\n';
    count += 1;
    if (count % FEATURES === 0) {
      yield lines;
      lines = '';
    }
  }
  yield count === 0 ? `${separator}]}\n` : `${lines}\n]}\n`;
}
