/** The worker's own end: it reads a pack, and answers one question after another. */
import type { FacetName } from '@counterclaim/api/client';
import { cutFacets } from './cut-facets.ts';
import { HeldColumns } from './held-columns.ts';
import type { Asked, FromWorker, ToWorker } from './message.ts';

let held: HeldColumns | undefined;

/** What a question has chosen of a facet. */
const chosenIn =
  ({ query: { filter } }: Asked) =>
  (name: FacetName): readonly string[] =>
    filter[name] ?? [];

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
  if (answer instanceof Uint8Array) say({ number: message.number, answer }, [answer.buffer]);
  else say({ number: message.number, answer: answer && cutFacets(answer, chosenIn(message)) });
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  take(data).catch((error: unknown) => {
    say({ refused: error instanceof Error ? error.message : String(error) });
  });
});
