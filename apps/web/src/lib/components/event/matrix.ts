import { type ActorId, type ClaimId, type Owner, rootOf, type Stance, STANCES, UNKNOWN } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatOwner, formatSpeaker } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { type Quotation, quotationOf, quotationsOf } from './evidence.ts';
import { formatMoment } from './moment.ts';
import { actorName, documentsOf, type Reading } from './reading.ts';

/** What one claimant says of one party. */
export interface MatrixStance {
  readonly stance: Stance;
  /** No longer held: superseded, retracted or outlived. */
  readonly past: boolean;
  /** Only compilers say so. */
  readonly restated: boolean;
  readonly when: string;
  readonly origins: number;
  readonly documents: number;
  /** What was said, those with passages first. */
  readonly said: readonly Quotation[];
  /** Every claim of it, one for each document that carries it. */
  readonly carried: readonly Quotation[];
}

export interface MatrixColumn {
  readonly party: ActorId | typeof UNKNOWN;
  readonly name: string;
}

export interface MatrixRow {
  readonly owner: Owner;
  readonly name: string;
  /** The party it is part of, and who spoke for it. */
  readonly note: string;
  /** One for each column; empty where the ledger holds no statement. */
  readonly cells: readonly (readonly MatrixStance[])[];
}

/** Somebody who says that there is nothing to say. */
export interface Abstention {
  readonly stance: Stance;
  readonly quotation: Quotation;
  readonly when: string;
}

/** Who says who did it: one row for each claimant, one column for each party named. */
export interface ClaimMatrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Declined to say, or said that nobody has claimed it. */
  readonly abstentions: readonly Abstention[];
}

const PREFIX = 'responsibility:';

/** Rows follow columns, so that claims run down the diagonal and a denial comes after the accusation. */
const STANCE_ORDER: readonly Stance[] = [
  'claims',
  'convicts',
  'accuses',
  'suspects',
  'denies',
  'exonerates',
  'reports',
];
const orderOf = (stance: Stance): number =>
  STANCE_ORDER.includes(stance) ? STANCE_ORDER.indexOf(stance) : STANCES.length;

type Given = ReadonlyMap<string, readonly GivenAnswer[]>;

const stanceOf = ({ answer }: GivenAnswer): Stance => answer as Stance;

function columnsOf(reading: Reading, given: Given): MatrixColumn[] {
  const parties = [...given.keys()].filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  const count = (party: string, stances: readonly Stance[]): number =>
    (given.get(PREFIX + party) ?? []).filter((g) => g.standing === 'current' && stances.includes(stanceOf(g))).length;
  return parties
    .sort(
      (a, b) =>
        Number(a === UNKNOWN) - Number(b === UNKNOWN) ||
        count(b, ['claims']) - count(a, ['claims']) ||
        count(b, ['accuses', 'suspects', 'convicts']) - count(a, ['accuses', 'suspects', 'convicts']) ||
        (a < b ? -1 : 1),
    )
    .map((party) => ({
      party: party as ActorId,
      name: party === UNKNOWN ? 'An unknown author' : actorName(reading, party as ActorId),
    }));
}

function stanceCell(reading: Reading, answer: GivenAnswer): MatrixStance {
  return {
    stance: stanceOf(answer),
    past: answer.standing === 'past',
    restated: answer.restatement,
    when: formatMoment(reading, answer.claims),
    origins: answer.origins,
    documents: documentsOf(answer.claims),
    said: quotationsOf(reading, answer.claims).slice(0, 2),
    carried: answer.claims.flatMap((id) => quotationOf(reading, id) ?? []),
  };
}

/** The party above a body, and those who spoke for it, as documents name them. */
function noteOf(reading: Reading, owner: Owner, claims: readonly ClaimId[]): string {
  const actor = reading.owners.get(owner) ?? null;
  if (actor === null) return '';
  const root = rootOf(actor, reading.actors);
  const speakers = claims.flatMap((id) => {
    const claimant = reading.claims.get(id)?.claimant;
    if (claimant === undefined || claimant === actor) return [];
    if (typeof claimant === 'object') return [claimant.unnamed];
    return reading.actors.get(claimant)?.kind === 'office-holder' ? [formatSpeaker(claimant, reading.actors)] : [];
  });
  const parts = [root === actor ? '' : actorName(reading, root), ...new Set(speakers)].filter((part) => part !== '');
  return parts.slice(0, 3).join('; ');
}

/** Lays out who says who did it, as of the assessment's instant. */
export function claimMatrix(reading: Reading, given: Given): ClaimMatrix {
  const columns = columnsOf(reading, given);
  const shown = (party: string): readonly GivenAnswer[] =>
    [...(given.get(PREFIX + party) ?? [])]
      .filter(({ standing }) => standing !== 'restated')
      .sort(
        (a, b) =>
          Number(a.standing === 'past') - Number(b.standing === 'past') || orderOf(stanceOf(a)) - orderOf(stanceOf(b)),
      );
  const owners = new Set(columns.flatMap(({ party }) => shown(party).map(({ owner }) => owner)));
  const rows = [...owners].map((owner): MatrixRow => {
    const cells = columns.map(({ party }) => shown(party).filter((answer) => answer.owner === owner));
    return {
      owner,
      name: capitalise(formatOwner(owner, reading.actors)),
      note: noteOf(
        reading,
        owner,
        cells.flat().flatMap(({ claims }) => claims),
      ),
      cells: cells.map((answers) => answers.map((answer) => stanceCell(reading, answer))),
    };
  });
  return {
    columns: columns.filter((_, index) => rows.some(({ cells }) => cells[index]?.length)),
    rows: trim(rows),
    abstentions: abstentionsOf(reading),
  };
}

/** Drops columns in which nobody stands. */
function trim(rows: readonly MatrixRow[]): MatrixRow[] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.filter((_, index) => rows.some(({ cells }) => (cells[index]?.length ?? 0) > 0)),
  }));
}

function abstentionsOf(reading: Reading): Abstention[] {
  return reading.known.flatMap(({ claim, top }) => {
    if (claim.body.kind !== 'responsibility' || top !== claim.id) return [];
    const { stance } = claim.body;
    if (stance !== 'declines' && stance !== 'none-claimed') return [];
    const quotation = quotationOf(reading, claim.id);
    return quotation === null ? [] : [{ stance, quotation, when: formatMoment(reading, [claim.id]) }];
  });
}
