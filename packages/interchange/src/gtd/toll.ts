import type { ActorId, Casualties, Outcome, Quantity } from '@counterclaim/domain';
import { formatNumber } from '@counterclaim/domain/words';
import type { ClaimDetail, RowRecords } from '../reading/dataset-records.ts';
import type { Figure, Toll } from './incident-row.ts';

/** A number that the dataset gives: zero is “none”, not an unknown. */
export function quantityOf({ low, high }: Figure): Quantity {
  if (low < high) return { bound: 'between', min: low, max: high };
  return low === 0 ? { bound: 'none' } : { bound: 'exact', value: low };
}

/** A number in words that stand before what is counted. */
export function sayFigure({ low, high }: Figure): string {
  if (low < high) return `between ${formatNumber(low)} and ${formatNumber(high)}`;
  return low === 0 ? 'no' : formatNumber(low);
}

const WORDS = { killed: 'killed', injured: 'injured' } as const;

/** The victims: everybody less the perpetrators; `undefined` where that is not known. */
export function victimsOf({ all, perpetrators }: Toll): Figure | undefined {
  if (all === undefined) return undefined;
  if (all.high === 0) return all;
  if (perpetrators === undefined || perpetrators.high > all.low) return undefined;
  return { low: all.low - perpetrators.high, high: all.high - perpetrators.low };
}

/**
 * Adds who came to harm. The dataset's own number counts perpetrators among the others (codebook, “Total Number of Fatalities”): it stands
 * beside that of the victims, which is what is left of it, and that of the perpetrators, where it gives how many of them there were.
 *
 * @param us The actor whose people nkillus and nwoundus count.
 */
export function addToll(
  outcome: keyof typeof WORDS & Outcome,
  toll: Toll,
  records: RowRecords,
  us: () => ActorId,
): void {
  const { all, perpetrators } = toll;
  if (all === undefined && perpetrators === undefined && (toll.us?.high ?? 0) === 0) return;
  const word = WORDS[outcome];
  const add = (slug: string, says: string, figure: Figure, body: Partial<Casualties>, detail?: ClaimDetail) =>
    records.claim(
      slug,
      `GTD counts ${says}.`,
      { kind: 'casualties', outcome, persons: 'all', ...body, quantity: quantityOf(figure) },
      detail,
    );

  const victims = victimsOf(toll);
  const some = (perpetrators?.high ?? 0) > 0;
  let whole: ReturnType<typeof add> | undefined;
  if (all !== undefined && (victims === undefined || some)) {
    whole = add(`${word}-in-all`, `${sayFigure(all)} ${word} in all, perpetrators among them`, all, {
      includesPerpetrators: true,
    });
  }
  const share: ClaimDetail = whole === undefined ? {} : { relations: { partOf: whole } };
  if (victims !== undefined) {
    const of = some && all !== undefined && perpetrators !== undefined;
    add(
      word,
      of
        ? `${sayFigure(all)} ${word}, of whom ${sayFigure(perpetrators)} were perpetrators: ${sayFigure(victims)} victims`
        : `${sayFigure(victims)} ${word}`,
      victims,
      {},
      share,
    );
  }
  if (perpetrators !== undefined && (some || victims === undefined)) {
    add(
      `${word}-perpetrators`,
      `${sayFigure(perpetrators)} perpetrators ${word}`,
      perpetrators,
      { persons: 'perpetrators' },
      share,
    );
  }
  if (toll.us !== undefined && toll.us.high > 0) {
    add(
      `${word}-us`,
      `${sayFigure(toll.us)} US citizens ${word}, perpetrators included`,
      toll.us,
      { of: us(), includesPerpetrators: true },
      share,
    );
  }
}
