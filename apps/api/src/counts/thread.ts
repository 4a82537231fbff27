/**
 * The thread's own end: it reads the ledger into columns, again whenever something was written, and answers from them one
 * question after another.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openColumnSource } from '@counterclaim/store';
import { HeldColumns, TooLarge } from './held-columns.ts';
import type { AnswerOf, Asked, CountsData, CountsQuestion, CountsReply } from './message.ts';

/** Milliseconds between two looks at whether something was written. */
const LOOK = 1_000;

/** Words that one in so many events has are got ready, at most so many. */
const COMMON = { share: 50, most: 200 };

const { store, most } = workerData as CountsData;
const source = await openColumnSource(store);
let held: HeldColumns | undefined;
/** The state that was last tried. */
let tried: string | undefined;
let isFilling = false;
/** Whatever asks the database: one after another. */
let last: Promise<unknown> = Promise.resolve();

const say = (reply: CountsReply): void => parentPort?.postMessage(reply);

const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
};

async function answer({ number, ...asked }: CountsQuestion): Promise<void> {
  // Whoever asks while there is nothing does not wait for it.
  const of = held;
  const ask = async () => answerOf(of, asked);
  // A pack is made between other answers, of what is in memory.
  const found = of === undefined ? undefined : await (asked.what === 'pack' ? ask() : inTurn(ask));
  say({ type: 'answer', number, answer: found ?? null });
}

function answerOf(
  columns: HeldColumns | undefined,
  asked: Asked,
): Promise<AnswerOf[keyof AnswerOf] | undefined> | undefined {
  switch (asked.what) {
    case 'facets':
      return columns?.facets(asked.filter);
    case 'lines':
      return columns?.lines(asked.filter, asked.sort, asked.page);
    case 'tile':
      return columns?.tile(asked.filter, asked.address);
    case 'overview':
      return columns?.overview(asked.filter);
    case 'pack':
      return columns?.pack(asked.encoding);
    case 'withWords':
      return columns?.withWords(asked.filter);
  }
}

async function fill(): Promise<void> {
  held = undefined;
  say({ type: 'empty', reason: null });
  tried = await source.version();
  try {
    held = await HeldColumns.fill(source, most);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    say({ type: 'empty', reason: error.message });
    return;
  }
  tried = held.version;
  say({ type: 'filled', revision: held.revision, events: held.events, bytes: held.bytes });
}

/** Between questions, so that none waits for more than one word. */
async function warm(): Promise<void> {
  const of = held;
  if (of === undefined) return;
  // The counts of everything, by which those of most events are told.
  await inTurn(() => of.facets({}));
  const words = await inTurn(() => source.commonWords(Math.floor(of.events / COMMON.share), COMMON.most));
  for (const word of words) if (held === of) await inTurn(() => of.warm(word));
  if (held === of) say({ type: 'warm' });
}

async function look(): Promise<void> {
  if (isFilling || (await inTurn(() => source.version())) === tried) return;
  isFilling = true;
  try {
    await inTurn(fill);
  } finally {
    isFilling = false;
  }
  await warm();
}

parentPort?.on('message', (question: CountsQuestion) => void answer(question));
setInterval(() => void look(), LOOK);
void look();
