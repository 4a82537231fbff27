/** Media types of the formats that this package writes. */
export const mediaTypes = { csv: 'text/csv', geojson: 'application/geo+json' } as const;
