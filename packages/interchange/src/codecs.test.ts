import { describe, expect, it } from 'vitest';
import { ACLED } from './acled/codec.ts';
import { GTD } from './gtd/codec.ts';
import { UCDP_GED } from './ucdp-ged/codec.ts';

describe('the version of a release', () => {
  it.each([
    [UCDP_GED, 'GEDEvent_v23_1.csv', '23.1'],
    [UCDP_GED, 'gedevent_v24_0_3.csv.gz', '24.0.3'],
    [UCDP_GED, 'GEDEvent_v25.1.csv', '25.1'],
    [UCDP_GED, 'ged231-csv.zip', '23.1'],
    [UCDP_GED, 'my-ged191-part.csv', '19.1'],
    // A quarterly candidate names two ends.
    [UCDP_GED, 'GEDEvent_v24_01_24_03.csv', undefined],
    [UCDP_GED, 'ged2019.csv', undefined],
    [UCDP_GED, 'aged231.csv', undefined],
    [UCDP_GED, 'events.csv', undefined],
    [GTD, 'globalterrorismdb_0522dist.csv', '2022-05'],
    [GTD, 'globalterrorismdb_1322dist.csv', undefined],
    [ACLED, 'ACLED Data_2025-03-07.csv', '2025-03-07'],
    [ACLED, '2020-01-01-2022-06-22-Land.csv', undefined],
  ])('of $0.format is in the name $1: $2', ({ release }, name, version) => {
    expect(release.versionOf(name)).toBe(version);
  });
});
