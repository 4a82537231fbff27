/** Media types of the formats that this package writes. */
export const mediaTypes = {
  csv: 'text/csv',
  csvw: 'application/csvm+json',
  geojson: 'application/geo+json',
  jsonLd: 'application/ld+json',
  atom: 'application/atom+xml',
  parquet: 'application/vnd.apache.parquet',
} as const;
