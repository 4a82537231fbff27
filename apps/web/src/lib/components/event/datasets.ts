import { type ActorId, type Claim, quantityOf } from '@counterclaim/domain';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatQuestion } from '#lib/format/question.ts';
import { formatSpeaker } from '#lib/format/speaker.ts';
import { questionsOf } from '@counterclaim/domain';
import { claimHref, type Reading } from './reading.ts';

/** How one coded dataset records the event: its rows are claims by that dataset. */
export interface DatasetCoding {
  readonly name: string;
  readonly entries: readonly { readonly words: string; readonly href: string }[];
  /** Whether it says how it knows, so that it holds positions. */
  readonly basis: boolean;
}

/** What a dataset's claim says: the number first, else our own words for it. */
function wordsOf(claim: Claim, reading: Reading): string {
  const quantity = quantityOf(claim.body);
  const [question] = questionsOf(claim, reading.actors);
  if (quantity === undefined || question === undefined) return claim.paraphrase;
  return `${formatQuantity(quantity)} ${formatQuestion(question, reading)}`;
}

/** The coded dataset whose word a claim is; `null` for everybody else's. */
export const datasetOf = ({ claimant }: Claim, { actors }: Pick<Reading, 'actors'>): ActorId | null =>
  typeof claimant === 'string' && actors.get(claimant)?.kind === 'dataset' ? claimant : null;

/** How other datasets code the event, one entry for each claim by an actor of kind `dataset`. */
export function datasetCodings(reading: Reading): DatasetCoding[] {
  const claims = reading.known.map(({ claim }) => claim).filter((claim) => datasetOf(claim, reading) !== null);
  return [...Map.groupBy(claims, (claim) => datasetOf(claim, reading))].map(([, own]) => ({
    name: formatSpeaker(own[0]?.claimant ?? 'unknown', reading.actors),
    entries: own.map((claim) => ({ words: wordsOf(claim, reading), href: claimHref(claim.id) })),
    basis: own.some(({ basis }) => basis !== undefined),
  }));
}

/** Whether nothing is known of the event but what datasets code. */
export const isKnownFromDatasetsOnly = (reading: Reading): boolean =>
  reading.known.length > 0 && reading.known.every(({ claim }) => datasetOf(claim, reading) !== null);
