import { CLAIM_KINDS } from '@counterclaim/domain';
import { nearest } from '../problem/nearest.ts';
import { quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import { ledgerRecords } from '../reading/ledger-record.ts';
import type { RegisterFile } from '../reading/record-file.ts';
import type { Records } from '../reading/records.ts';
import { stands } from '../reading/standing.ts';
import { CORRECTABLE } from '../schema/correctable.ts';
import { TYPE_OF } from '../schema/record-type.ts';
import { keysAt, schemasAt } from '../schema/schema-path.ts';
import type { Report, Rule } from './rule.ts';

type Kind = keyof typeof COUNTED;

/** What is counted where shares of it are wanted. */
const COUNTED = { actors: 'actor', places: 'place', events: 'event', sources: 'source', claims: 'claim' } as const;

const REMEDY = 'bring back what went missing, or lower the floor and say why in the commit';

/** Claims that stand, and what is counted of them. */
class Counted {
  readonly #claims: readonly Field[];

  constructor(claims: readonly Field[]) {
    this.#claims = claims;
  }

  about(event: string): Counted {
    return new Counted(this.#claims.filter((claim) => claim.get('about').items.some(({ text }) => text === event)));
  }

  events(kind: string): number {
    const about = this.#claims.filter((claim) => kindOf(claim) === kind).flatMap((claim) => claim.get('about').items);
    return new Set(about.map(({ text }) => text)).size;
  }

  /** The number that a floor asks for. */
  number(floor: string): number | undefined {
    switch (floor) {
      case 'claims':
        return this.#claims.length;
      case 'sources':
        return new Set(this.#claims.map(({ file }) => file.id)).size;
      case 'languages':
        return new Set(this.#claims.map(({ file }) => (file.value as { language?: unknown }).language)).size;
      case 'withPassages':
        return this.#claims.filter((claim) => claim.get('evidence').get('passages').exists).length;
      case 'eventsWithToll':
        return this.events('casualties');
      case 'eventsWithResponsibility':
        return this.events('responsibility');
      default:
        return undefined;
    }
  }

  ofKind(kind: string): number {
    return this.#claims.filter((claim) => kindOf(claim) === kind).length;
  }
}

const kindOf = (claim: Field): string | undefined => claim.get('body').get('kind').text;

const NAMES: Readonly<Record<string, string>> = {
  withPassages: 'claims with passages',
  eventsWithToll: 'events with a toll',
  eventsWithResponsibility: 'events with a claim of responsibility',
};

function checkFloor(floor: Field<RegisterFile>, what: string, number: number, report: Report): void {
  if (floor.number === undefined || number >= floor.number) return;
  report(floor, `${what}: ${number}, where at least ${floor.number} are wanted`, REMEDY);
}

function checkNumbers(floors: Field<RegisterFile>, counted: Counted, of: string, report: Report): void {
  for (const name of Object.keys(floors.value ?? {})) {
    const number = counted.number(name);
    if (number !== undefined) checkFloor(floors.get(name), `${NAMES[name] ?? name}${of}`, number, report);
  }
  for (const kind of CLAIM_KINDS) {
    checkFloor(floors.get('claimsOfKind').get(kind), `claims of ${kind}${of}`, counted.ofKind(kind), report);
  }
}

function checkShare(kind: Kind, share: Field<RegisterFile>, records: readonly Field[], report: Report): void {
  const name = String(share.path.at(-1));
  const path = name.split('.');
  const schema = CORRECTABLE[COUNTED[kind]];
  if (schemasAt(schema, path).length === 0) {
    const meant = nearest(name, keysAt(schema, []));
    const known = meant === undefined ? `name one of ${keysAt(schema, []).join(', ')}` : `write ${meant}`;
    report(share, `${kind} have no field ${quote(name)}`, known, 'key');
    return;
  }
  const filled = records.filter((record) => record.at(path.map(indexed)).exists).length;
  // A share above 1 is for `shape` to tell.
  if (share.number === undefined || share.number > 1 || records.length === 0 || filled / records.length >= share.number)
    return;
  report(
    share,
    `${filled} of ${records.length} ${kind} have ${name}: ${floored(filled / records.length)}, where at least ${share.number} is wanted`,
    REMEDY,
  );
}

const indexed = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key);

/** Three decimals, never above the share itself. */
const floored = (share: number): number => Math.floor(share * 1000) / 1000;

function checkEvents(events: Field<RegisterFile>, counted: Counted, records: Records, report: Report): void {
  for (const id of Object.keys(events.value ?? {})) {
    const floors = events.get(id);
    if (records.has('events', id)) checkNumbers(floors, counted.about(id), ` about ${id}`, report);
    else {
      const meant = nearest(id, records.ids('events'));
      report(floors, `there is no event ${quote(id)}`, meant === undefined ? REMEDY : `write ${meant}`, 'key');
    }
  }
}

export const assertions: Rule = {
  id: 'assertions',
  wants:
    'The records hold at least what assertions.yml says: numbers, shares of filled fields, and numbers of one event.',
  check(records, report) {
    const file = records.register('assertions');
    // What a file holds that could not be read is not known, and it will be read.
    if (file === undefined || records.files.some(({ readable }) => !readable)) return;
    const standing = [...ledgerRecords(records)].filter(({ field }) => stands(field));
    const of = (kind: Kind): Field[] => standing.filter(({ type }) => type === COUNTED[kind]).map(({ field }) => field);
    const counted = new Counted(of('claims'));
    const counts = file.get('counts');
    checkNumbers(counts, counted, '', report);
    for (const kind of Object.keys(TYPE_OF) as Kind[]) {
      if (kind !== 'sources') checkFloor(counts.get(kind), kind, of(kind).length, report);
    }
    const filled = file.get('filled');
    for (const kind of Object.keys(COUNTED) as Kind[]) {
      const shares = filled.get(kind);
      for (const name of Object.keys(shares.value ?? {})) checkShare(kind, shares.get(name), of(kind), report);
    }
    checkEvents(file.get('events'), counted, records, report);
  },
};
