/** The worker's own end: it reads a pack, and answers one question after another. */
import { HeldColumns } from './held-columns.ts';
import type { FromWorker, ToWorker } from './message.ts';

let held: HeldColumns | undefined;

const say = (reply: FromWorker, transfer: Transferable[] = []): void => {
  self.postMessage(reply, { transfer });
};

async function take(message: ToWorker): Promise<void> {
  if ('open' in message) {
    held = await HeldColumns.open(message.open, (address) => fetch(address));
    await held.warm();
    say({ opened: held.events });
    return;
  }
  const answer = (await held?.answer(message)) ?? null;
  say({ number: message.number, answer }, answer instanceof Uint8Array ? [answer.buffer] : []);
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  take(data).catch((error: unknown) => {
    say({ refused: error instanceof Error ? error.message : String(error) });
  });
});
