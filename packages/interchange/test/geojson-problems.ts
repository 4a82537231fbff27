import { check, HintError } from '@placemarkio/check-geojson';

/** What a linter finds wrong with a GeoJSON text by RFC 7946. */
export function geoJsonProblems(text: string): string[] {
  try {
    check(text);
    return [];
  } catch (error) {
    if (error instanceof HintError) return error.issues.map(({ message }) => message);
    throw error;
  }
}
