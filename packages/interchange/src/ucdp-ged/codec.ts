import type { Codec } from '../codec.ts';
import { COLUMNS, LAYOUTS } from './columns.ts';
import { decode } from './decode.ts';

/** The month in which a yearly release came out, where it is known; else its year. Monthly candidates bear their month. */
function publishedOf(version: string): string | undefined {
  const [, year, release, month] = /^(\d{2})\.(0?1)(?:\.(\d{1,2}))?$/.exec(version) ?? [];
  if (year === undefined) return undefined;
  if (version === '23.1') return '2023-06';
  return release === '01' || month !== undefined ? undefined : `20${year}`;
}

/** `GEDEvent_v23_1.csv`, `ged231-csv.zip`; of candidates, `GEDEvent_v24_0_3.csv`. */
function versionOf(fileName: string): string | undefined {
  const [, year, release, month] =
    /(?:^|[^a-z])gedevent_v(\d{2})[_.](\d{1,2})(?:[_.](\d{1,2}))?(?![_.]?\d)/i.exec(fileName) ??
    /(?:^|[^a-z])ged(\d{2})(\d)(?!\d)/i.exec(fileName) ??
    [];
  return year === undefined ? undefined : [year, release, month].filter((part) => part !== undefined).join('.');
}

/** UCDP Georeferenced Event Dataset: releases of 42 and of 49 columns, and monthly candidates, with or without a header. */
export const UCDP_GED: Codec = {
  format: 'ucdp-ged',
  version: 1,
  release: {
    dataset: 'ucdp-ged',
    title: 'UCDP Georeferenced Event Dataset',
    url: 'https://ucdp.uu.se/downloads/',
    versionOf,
    publishedOf,
  },
  columns: COLUMNS,
  layouts: LAYOUTS,
  decode,
};
