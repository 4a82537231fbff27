import type { Quantity, Speaker } from '@counterclaim/domain';
import { formatList, formatNumber } from '@counterclaim/domain/words';
import { type RowRecords, shorten } from '../reading/dataset-records.ts';
import { crowdSize } from './crowd.ts';
import type { AcledRow, Party } from './event-row.ts';
import { noDead } from './notes.ts';

const MOST_NAME = 100;

/** The number of dead. 0 is written too where reports say nothing: only notes that say so make it “nobody”. */
function deadOf({ dead, notes }: AcledRow): { readonly quantity: Quantity; readonly words: string } {
  if (dead > 0) return { quantity: { bound: 'exact', value: dead }, words: `counts ${formatNumber(dead)} killed` };
  return noDead(notes) === 'none'
    ? { quantity: { bound: 'none' }, words: 'notes that nobody was killed' }
    : { quantity: { bound: 'none-known' }, words: 'knows of nobody killed' };
}

/** Adds what a row claims: who took part, how many died, whether civilians were a target, how many came, on whose reports it rests. */
export function addClaims(row: AcledRow, records: RowRecords, partyOf: (party: Party) => Speaker): void {
  const said = row.recorded === undefined ? {} : { said: row.recorded };
  const names = row.parties.map(({ name }) => shorten(name, MOST_NAME));

  records.claim(
    'parties',
    names.length > 1
      ? `ACLED names ${formatList(names)} as those who took part, and neither as the aggressor.`
      : `ACLED names ${formatList(names)} as taking part, without saying who began.`,
    { kind: 'parties', sides: row.parties.map(partyOf) },
    said,
  );

  const bomber = row.type.toLowerCase() === 'suicide bomb';
  const { quantity, words } = deadOf(row);
  const counted = bomber && row.dead > 0;
  records.claim(
    'killed',
    `ACLED ${words}${counted ? ', attackers among them' : ''}.`,
    {
      kind: 'casualties',
      outcome: 'killed',
      persons: 'all',
      quantity,
      ...(counted ? { includesPerpetrators: true } : {}),
    },
    said,
  );

  if (row.civiliansTargeted) {
    records.claim(
      'civilians-targeted',
      'ACLED counts civilians as the main or only target.',
      { kind: 'occurrence', what: 'civilians-targeted', happened: true },
      said,
    );
  }

  const crowd = crowdSize(row.tags);
  if (crowd !== undefined) {
    records.claim(
      'crowd',
      `ACLED gives the size of the crowd as ${sayCrowd(crowd)}.`,
      { kind: 'count', measure: 'demonstrators', quantity: crowd },
      said,
    );
  }

  row.parties.forEach(({ beside }, index) => {
    if (beside.length === 0) return;
    records.claim(
      `beside-${index + 1}`,
      `ACLED names beside ${names[index] ?? ''}: ${formatList(beside)}.`,
      { kind: 'statement', topic: 'relation' },
      said,
    );
  });
  if (row.reports.length > 0) {
    records.claim(
      'reports',
      `ACLED rests the row on reports by ${formatList(row.reports)}${row.scale === '' ? '' : ` (${row.scale})`}.`,
      { kind: 'statement', topic: 'context' },
      said,
    );
  }
}

function sayCrowd(quantity: Quantity): string {
  switch (quantity.bound) {
    case 'between':
      return `between ${formatNumber(quantity.min)} and ${formatNumber(quantity.max)}`;
    case 'none':
    case 'none-known':
    case 'unquantified':
      return 'some, without a number';
    default:
      return `${quantity.bound === 'exact' ? '' : `${quantity.bound.replace('-', ' ')} `}${formatNumber(quantity.value)}`;
  }
}
