/**
 * Makes a file in the format of UCDP GED of any size, by drawing rows of a real one again and again: `node bench/ged-file.ts 400000 out.csv`.
 *
 * What is drawn keeps its structure: who fights whom, how many died by which figures, how places nest, how long an event lasts, how
 * many reports it cites. What is changed: every row has an id of its own; its days are moved, so that rows spread over the years
 * since 1989 as GED does, with more of them in later ones; every third place lies up to 30 km off and has a name of its own, for real releases have
 * more places than the drawn file; every fortieth row has other figures. The same seed makes the same file.
 */
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Days since 1970 of the first and the last event of GED 23.1. */
const FIRST = 6_940;
const LAST = 19_357;
const DAY = 86_400_000;

/** Small numbers that look random and are the same on every run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * The folder with real files of UCDP: `COUNTERCLAIM_UCDP`, else `../shared/data/ucdp` beside the checkout.
 *
 * @throws Error that says what to do where none is there.
 */
export function ucdpFile(): string {
  const folder =
    process.env['COUNTERCLAIM_UCDP'] ?? fileURLToPath(new URL('../../../../shared/data/ucdp', import.meta.url));
  const missing = `No file of UCDP GED 23.1 with 49 columns in ${folder}: name the folder that has one with COUNTERCLAIM_UCDP.`;
  try {
    const name = readdirSync(folder).find((file) => /^ged231-full49.*\.csv$/.test(file));
    if (name !== undefined) return join(folder, name);
  } catch (error) {
    throw new Error(missing, { cause: error });
  }
  throw new Error(missing);
}

type Row = Record<string, string>;

const dayOf = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
const daysOf = (day: string): number => Math.round(Date.parse(`${day.slice(0, 10)}Z`) / DAY);
const moved = (degrees: string, by: number, most: number): string =>
  Math.max(-most, Math.min(most, Number(degrees) + by)).toFixed(6);

function drawn(row: Row, number: number, random: (below: number) => number): Row {
  // The lower of two draws counted from the end: later years have more events.
  const start = LAST - Math.min(random(LAST - FIRST), random(LAST - FIRST));
  const end = start + daysOf(row['date_end'] ?? '') - daysOf(row['date_start'] ?? '');
  const year = dayOf(start).slice(0, 4);
  const made: Row = {
    ...row,
    id: `${1_000_000 + number}`,
    relid: `${row['relid'] ?? ''}-${number}`,
    year,
    date_start: dayOf(start),
    date_end: dayOf(end),
  };
  if (number % 3 === 0) {
    const spot = random(400);
    made['latitude'] = moved(row['latitude'] ?? '', ((spot % 20) - 10) * 0.027, 89);
    made['longitude'] = moved(row['longitude'] ?? '', (Math.floor(spot / 20) - 10) * 0.027, 179);
    made['geom_wkt'] = `POINT (${made['longitude']} ${made['latitude']})`;
    made['where_coordinates'] = `${row['where_coordinates'] ?? ''} ${spot}`;
  }
  if (number % 40 === 0) {
    const [a, b] = [random(30), random(12)];
    const dead = { deaths_a: a, deaths_b: 0, deaths_civilians: b, deaths_unknown: 0 };
    for (const [name, value] of Object.entries({ ...dead, best: a + b, low: a, high: a + b + random(9) })) {
      made[name] = `${value}`;
    }
  }
  return made;
}

/** The text of a file of so many events, some rows at a time. */
export function* gedFile(events: number, seed = 7): Generator<string, void, undefined> {
  const text = readFileSync(ucdpFile(), 'utf8');
  const rows = parse<Row>(text, { columns: true, bom: true });
  const columns = Object.keys(rows[0] ?? {});
  const random = randomFrom(seed);
  yield stringify([columns]);
  for (let number = 0; number < events;) {
    const some: string[][] = [];
    for (; some.length < 500 && number < events; number += 1) {
      const row = drawn(rows[random(rows.length)] ?? {}, number, random);
      some.push(columns.map((name) => row[name] ?? ''));
    }
    yield stringify(some);
  }
}

/** Writes such a file. */
export const writeGedFile = (path: string, events: number, seed?: number): Promise<void> =>
  pipeline(Readable.from(gedFile(events, seed)), createWriteStream(path));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , events = '400000', path = 'ged.csv'] = process.argv;
  await writeGedFile(resolve(path), Number(events));
}
