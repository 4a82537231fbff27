import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Claim, Event, LedgerItem, Source } from '@counterclaim/domain';
import { StoreError } from '../store-error.ts';
import { wantedKey } from './record-row.ts';

/** A record with the text by which it is kept. */
export interface Spooled<Value> {
  readonly value: Value;
  readonly json: string;
}

/** An event with the documents and claims that came with it. */
export interface EventGroup {
  readonly event: Spooled<Event>;
  readonly sources: readonly Spooled<Source>[];
  readonly claims: readonly Spooled<Claim>[];
}

type SpooledItem = Extract<LedgerItem, { type: 'source' | 'event' | 'claim' }>;

/** Bytes gathered before they are written, and read at once. */
const CHUNK = 1 << 20;

/** Bytes of UTF-8 that a character of a text takes at most. */
const MOST_BYTES = 3;

const NEWLINE = 0x0a;

/** What a line of the file begins with; the record follows. */
const LETTERS = { source: 's', event: 'e', claim: 'c' } as const;

/** The event that is being added: `claims` are the ids of its claims, `named` those that they name. */
interface Open {
  readonly at: number;
  readonly sources: Ids;
  event: Event | undefined;
  readonly claims: Ids;
  readonly named: string[];
}

/** Ids of which there are few as a rule: those are compared one by one, which is less work than a set of them. */
class Ids {
  readonly #few: string[] = [];
  readonly #many = new Set<string>();

  add(id: string): void {
    if (this.#few.length < 16) this.#few.push(id);
    else this.#many.add(id);
  }

  has(id: string): boolean {
    return this.#few.includes(id) || (this.#many.size > 0 && this.#many.has(id));
  }
}

/** A list of numbers that grows without being copied value by value. */
class Numbers {
  #values = new Float64Array(1_024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? NaN;
  }
}

/** Opens a new file in a folder. It has no name there: it goes with this process, however that ends. */
function openNameless(folder: string): number {
  const own = mkdtempSync(join(folder, 'counterclaim-load-'));
  try {
    return openSync(join(own, 'events'), 'wx+', 0o600);
  } finally {
    rmSync(own, { recursive: true });
  }
}

/** Why there is no file in the folder that was asked for, or in that for temporary files. */
function refused(folder: string | undefined, error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const remedy = `give it room and let this process write there${folder === undefined ? ', or set TMPDIR to another folder' : ''}`;
  return new StoreError(
    code === 'ENOSPC' ? 'full' : 'unwritable',
    `The folder ${folder ?? tmpdir()} takes no file (${code}): a load needs room there for what it loads; ${remedy}, and try again.`,
    { cause: error },
  );
}

/**
 * Keeps the events of a stream in a file until all are known, and gives them back in the order of their keys: written in that
 * order, every index grows at its end, which is many times faster than anywhere in it. In memory there are three numbers for each event.
 *
 * A stream qualifies while each event comes with its own: its documents, itself, then claims about it alone, from those
 * documents, that name no claim but one another. So come the rows of a dataset.
 */
export class EventSpool {
  readonly #file: number;
  #length = 0;
  /** What is not written yet: so many bytes of it. */
  #waiting = Buffer.allocUnsafe(2 * CHUNK);
  #waitingBytes = 0;
  #open: Open | undefined;
  readonly #keys = new Numbers();
  readonly #starts = new Numbers();
  readonly #ends = new Numbers();

  /**
   * @param folder Where there is room for the events; that of the database, where it is one, else that for temporary files.
   * @throws StoreError when no file can be made there.
   */
  constructor(folder?: string) {
    try {
      this.#file = openNameless(folder ?? tmpdir());
    } catch (error) {
      throw refused(folder, error);
    }
  }

  /**
   * Adds the next record of the stream.
   *
   * @returns Whether the stream still qualifies; when it does not, the record is kept all the same.
   * @throws StoreError when an event's time cannot be read, or the disk is full.
   */
  add(item: SpooledItem): boolean {
    const fits = this.#place(item);
    this.#append(`${LETTERS[item.type]}${JSON.stringify(item.value)}\n`);
    return fits;
  }

  /** Says that the stream has ended; whether it qualified to its end. */
  end(): boolean {
    const fits = this.#close();
    this.#write();
    return fits;
  }

  get size(): number {
    return this.#keys.length;
  }

  /** Everything that was added, in the order in which it came. */
  *items(): Generator<SpooledItem, void, undefined> {
    this.#write();
    let rest = Buffer.alloc(0);
    for (let at = 0; at < this.#length;) {
      const chunk = this.#read(at, Math.min(this.#length, at + CHUNK));
      at += chunk.length;
      const bytes = Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      rest = bytes.subarray(end);
      yield* itemsIn(bytes.subarray(0, end));
    }
  }

  /** The events in the order of the keys that they would have, with them; of the same key in the order in which they came. */
  *groups(): Generator<{ readonly wanted: number; readonly group: EventGroup }, void, undefined> {
    const order = Uint32Array.from({ length: this.size }, (_, index) => index);
    order.sort((a, b) => this.#keys.at(a) - this.#keys.at(b) || a - b);
    for (const index of order) {
      const group = groupOf(linesIn(this.#read(this.#starts.at(index), this.#ends.at(index))));
      yield { wanted: this.#keys.at(index), group };
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #place(item: SpooledItem): boolean {
    if (item.type === 'claim') return this.#placeClaim(item.value);
    // A document after an event, or its claims, begins the next.
    const ended = this.#open?.event !== undefined;
    const fits = ended ? this.#close() : true;
    const open = (this.#open ??= {
      at: this.#length,
      sources: new Ids(),
      event: undefined,
      claims: new Ids(),
      named: [],
    });
    if (item.type === 'source') open.sources.add(item.value.id);
    else open.event = item.value;
    return fits;
  }

  #placeClaim({ id, source, about, relations }: Claim): boolean {
    const open = this.#open;
    const event = open?.event;
    if (open === undefined || event === undefined) return false;
    open.claims.add(id);
    if (relations !== undefined) {
      for (const named of Object.values(relations).flat()) if (typeof named === 'string') open.named.push(named);
    }
    return about.length === 1 && about[0] === event.id && open.sources.has(source);
  }

  /** Ends the event that is being added. */
  #close(): boolean {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return true;
    if (open.event === undefined) return false;
    this.#keys.push(wantedKey(open.event));
    this.#starts.push(open.at);
    this.#ends.push(this.#length);
    return open.named.every((id) => open.claims.has(id));
  }

  #append(line: string): void {
    const most = MOST_BYTES * line.length;
    if (this.#waitingBytes + most > this.#waiting.length) {
      this.#write();
      if (most > this.#waiting.length) this.#waiting = Buffer.allocUnsafe(most);
    }
    const written = this.#waiting.write(line, this.#waitingBytes);
    this.#waitingBytes += written;
    this.#length += written;
    if (this.#waitingBytes >= CHUNK) this.#write();
  }

  #write(): void {
    if (this.#waitingBytes === 0) return;
    const bytes = this.#waiting.subarray(0, this.#waitingBytes);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
      throw full
        ? new StoreError(
            'full',
            'The disk is full: a load needs room for what it loads; free some space and try again.',
            { cause: error },
          )
        : error;
    }
    this.#waitingBytes = 0;
  }

  #read(from: number, to: number): Buffer {
    const bytes = Buffer.allocUnsafe(to - from);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(this.#file, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new RangeError('the spooled events end too early');
      at += read;
    }
    return bytes;
  }
}

function* linesIn(lines: Buffer): Generator<string, void, undefined> {
  for (let at = 0; at < lines.length;) {
    const end = lines.indexOf(NEWLINE, at);
    yield lines.toString('utf8', at, end);
    at = end + 1;
  }
}

function* itemsIn(lines: Buffer): Generator<SpooledItem, void, undefined> {
  for (const line of linesIn(lines)) {
    const type = line.startsWith(LETTERS.claim) ? 'claim' : line.startsWith(LETTERS.event) ? 'event' : 'source';
    yield { type, value: JSON.parse(line.slice(1)) as never };
  }
}

function groupOf(lines: Iterable<string>): EventGroup {
  let event: Spooled<Event> | undefined;
  const sources: Spooled<Source>[] = [];
  const claims: Spooled<Claim>[] = [];
  for (const line of lines) {
    const json = line.slice(1);
    const read = <Value>(): Spooled<Value> => ({ value: JSON.parse(json) as Value, json });
    if (line.startsWith(LETTERS.claim)) claims.push(read());
    else if (line.startsWith(LETTERS.event)) event = read();
    else sources.push(read());
  }
  if (event === undefined) throw new TypeError('a group without its event');
  return { event, sources, claims };
}
