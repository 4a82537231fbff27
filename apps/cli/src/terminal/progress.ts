import type { Terminal } from '../output.ts';

/** Milliseconds between two looks at a terminal, and between two lines elsewhere. */
const FRAME = 100;
const LINE = 30_000;

/** Milliseconds before a rate says anything. */
const WARM = 1_000;

const grouped = (count: number): string => count.toLocaleString('en');

/** 75 is 1:15, 3700 is 1:01:40. */
function clockOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const padded = String(rest).padStart(2, '0');
  return hours === 0 ? `${minutes}:${padded}` : `${hours}:${String(minutes).padStart(2, '0')}:${padded}`;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** The terminal it is seen on; without one, a line is written now and then. */
  readonly terminal: Terminal | undefined;
  /** Milliseconds of a clock that only goes on; `performance.now` unless given. */
  readonly now?: () => number;
}

/** Tells how far a long command is: on a terminal in one line that changes, elsewhere in lines now and then. */
export class Progress {
  readonly #write: (text: string) => void;
  readonly #terminal: Terminal | undefined;
  readonly #now: () => number;
  readonly #started: number;
  #told: number;
  #rows = 0;
  #share: number | undefined;
  #stage: { readonly name: string; readonly since: number } | undefined;
  #shown = false;
  #timer: NodeJS.Timeout | undefined;

  constructor({ write, terminal, now = () => performance.now() }: ProgressOptions) {
    this.#write = write;
    this.#terminal = terminal;
    this.#now = now;
    this.#started = this.#told = now();
  }

  /** How many rows are done. */
  get rows(): number {
    return this.#rows;
  }

  /** Looks at the clock by itself, for as long as nothing else does. */
  watch(): void {
    this.#timer = setInterval(() => {
      this.look();
    }, 1_000).unref();
  }

  /** Another row is done, and this share of all that there is to do, where that is known. */
  row(share?: number): void {
    this.#rows += 1;
    this.#share = share;
    // The clock costs more than a row.
    if (this.#rows % 64 === 0) this.look();
  }

  /** Rows are all read, and something else is done. */
  stage(name: string): void {
    this.#stage = { name, since: this.#now() };
    this.look();
  }

  /** Says something in a line of its own. */
  say(line: string): void {
    this.#clear();
    this.#write(`${line}\n`);
  }

  /** Takes the line away. */
  end(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  /** Tells how far it is, where that is due. */
  look(): void {
    const now = this.#now();
    if (now - this.#told < (this.#terminal === undefined ? LINE : FRAME)) return;
    this.#told = now;
    const text = this.#text(now);
    if (this.#terminal === undefined) this.#write(`${text}\n`);
    else {
      this.#shown = true;
      this.#write(`\r${text.slice(0, this.#terminal.columns - 1)}\u001b[K`);
    }
  }

  #text(now: number): string {
    if (this.#stage !== undefined) {
      return `${grouped(this.#rows)} rows read, ${this.#stage.name} · ${clockOf((now - this.#stage.since) / 1000)}`;
    }
    const seconds = (now - this.#started) / 1000;
    const share = this.#share;
    const isWarm = seconds * 1000 >= WARM;
    return [
      `${grouped(this.#rows)} rows`,
      ...(share === undefined ? [] : [`${Math.floor(share * 100)} %`]),
      ...(isWarm ? [`${grouped(Math.round(this.#rows / seconds))} rows/s`] : []),
      ...(isWarm && share !== undefined && share > 0 ? [`${clockOf((seconds * (1 - share)) / share)} left`] : []),
    ].join(' · ');
  }

  #clear(): void {
    if (this.#shown) this.#write('\r\u001b[K');
    this.#shown = false;
  }
}
