const NAMES: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'application/ld+json': 'JSON-LD',
  'application/geo+json': 'GeoJSON',
  'application/csvm+json': 'CSVW metadata',
  'application/vnd.apache.parquet': 'Parquet',
  'application/yaml': 'YAML',
  'text/csv': 'CSV',
  'text/markdown': 'Markdown',
  'text/plain': 'text',
};

/** What a media type is called by those who use it; itself where nothing better is known. */
export function formatName(mediaType: string): string {
  const [type = mediaType] = mediaType.split(';', 1);
  return NAMES[type] ?? type;
}
