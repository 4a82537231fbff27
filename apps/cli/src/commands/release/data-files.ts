import type { Ledger } from '@counterclaim/domain';
import type { ListedRelease } from '@counterclaim/data';
import {
  assessLedger,
  eventRowsOf,
  mediaTypes,
  TABLES,
  writeCsv,
  writeCsvw,
  writeGeoJson,
  writeJsonLd,
  writeParquet,
} from '@counterclaim/interchange';
import { abstractOf, LICENCE, TITLE } from './citation.ts';
import type { MadeFile } from './made-file.ts';

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** What a writer writes, in one piece. */
async function contentOf(chunks: Chunks): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return Buffer.concat(pieces);
}

/** The records, and what is derived from them as of now, in the formats of others. */
export async function dataFiles(release: Omit<ListedRelease, 'files'>, ledger: Ledger): Promise<MadeFile[]> {
  const assessed = assessLedger(ledger);
  const { version, date } = release;
  const description = abstractOf(release);
  const file = async (name: string, mediaType: string, says: string, chunks: Chunks): Promise<MadeFile> => ({
    name,
    mediaType,
    description: says,
    content: await contentOf(chunks),
  });
  const files = [
    file(
      'csv-metadata.json',
      mediaTypes.csvw,
      'What every column of every table means: the data dictionary, as CSV on the Web',
      [writeCsvw(TABLES, { title: `${TITLE} ${version}`, description, license: LICENCE.url, version, issued: date })],
    ),
    file(
      'events.geojson',
      mediaTypes.geojson,
      'Events as points with the radius within which they lie; retracted ones left out',
      writeGeoJson(eventRowsOf(assessed)),
    ),
    file(
      'ledger.jsonld',
      mediaTypes.jsonLd,
      'Every record as JSON-LD: schema.org Claim, PROV, Web Annotation',
      writeJsonLd(ledger, {
        dataset: { name: `${TITLE} ${version}`, description, version, published: date, license: LICENCE.url },
      }),
    ),
    ...TABLES.flatMap((table) => [
      file(`${table.name}.csv`, mediaTypes.csv, table.description, writeCsv(table.columns, table.rows(assessed))),
      file(
        `${table.name}.parquet`,
        mediaTypes.parquet,
        `The rows of \`${table.name}.csv\` with typed columns`,
        writeParquet(table.columns, table.rows(assessed)),
      ),
    ]),
  ];
  return Promise.all(files);
}
