import { describe, expect, it } from 'vitest';
import { ACLED_31, ACLED_35, acledTable } from '../test/acled-rows.ts';
import { bytesOf, gather } from '../test/bytes.ts';
import { GTD_COLUMNS, gtdTable } from '../test/gtd-rows.ts';
import { CODECS } from './codecs.ts';
import { readTable } from './reading/read-table.ts';
import { recognise } from './recognise.ts';

const GED = CODECS[0]?.columns.map(({ name }) => name) ?? [];
const TABLES = {
  acled: acledTable([{}]),
  gtd: gtdTable([{}]),
  'ucdp-ged': `${GED.join(',')}\n${GED.map(() => 'x').join(',')}\n`,
};

describe('a header', () => {
  it.each([
    ['acled', ACLED_31],
    ['acled', ACLED_35],
    ['gtd', GTD_COLUMNS],
    ['ucdp-ged', GED],
    ['ucdp-ged', GED.map((name) => ` ${name.toUpperCase()} `)],
    [undefined, ['id', 'year', 'country', 'latitude', 'longitude']],
    [undefined, []],
  ])('is of %s', (format, header) => {
    expect(recognise(header, CODECS)?.format).toBe(format);
  });
});

describe('a table given as another', () => {
  const pairs = CODECS.flatMap((codec) =>
    Object.entries(TABLES).flatMap(([format, table]) =>
      format === codec.format ? [] : ([[format, codec.format, table]] as const),
    ),
  );
  it.each(pairs)('%s given as %s is named', async (format, given, table) => {
    const codec = CODECS.find((each) => each.format === given);
    if (codec === undefined) throw new Error(given);
    const items = await gather(readTable(bytesOf(table, 512), codec, { formats: CODECS }));
    expect(items).toMatchObject([
      {
        type: 'problem',
        problem: {
          line: 1,
          weight: 'refused',
          reason: `the header is that of ${format}`,
          remedy: `give the file as ${format}`,
        },
      },
    ]);
  });

  it('that lacks a column of its own is told which', async () => {
    const [codec] = CODECS;
    if (codec === undefined) throw new Error('there are no codecs');
    const table = `${GED.filter((name) => name !== 'best').join(',')}\n`;
    const items = await gather(readTable(bytesOf(table), codec, { formats: CODECS }));
    expect(items).toMatchObject([
      { problem: { weight: 'refused', reason: expect.stringContaining('"best"') as string } },
    ]);
  });
});
