import type { ActorId, NamedAuthor } from '@counterclaim/domain';
import { formatList } from '@counterclaim/domain/words';
import { type RowRecords, shorten } from '../reading/dataset-records.ts';
import {
  ALTERNATIVES,
  HOSTAGE_OUTCOMES,
  PROPERTY_EXTENTS,
  TARGET_TYPES,
  WEAPON_SUBTYPES,
  WEAPON_TYPES,
} from './codes.ts';
import type { Figure, Group, IncidentRow } from './incident-row.ts';
import { addResponsibility } from './responsibility.ts';
import { addToll, quantityOf, sayFigure } from './toll.ts';

/** The actors that a row's claims name. */
export interface RowActors {
  readonly maker: ActorId;
  readonly us: () => ActorId;
  readonly authorOf: (group: Group) => NamedAuthor;
}

/**
 * What was used, as one answer: several weapons of one attack were used together, and are not in dispute. `undefined` where none is
 * named.
 */
export function weaponOf(weapons: IncidentRow['weapons']): string | undefined {
  const named = weapons
    .map(({ type, subtype }) => WEAPON_SUBTYPES[subtype] ?? WEAPON_TYPES[type])
    .filter((slug) => typeof slug === 'string');
  return named.length === 0 ? undefined : [...new Set(named)].join('-and-');
}

/** Adds what a row claims: who did it, who came to harm, what was used, who was the target, and what else it says. */
export function addClaims(row: IncidentRow, records: RowRecords, { maker, us, authorOf }: RowActors): void {
  addResponsibility(row, records, maker, authorOf);
  addToll('killed', row.killed, records, us);
  addToll('injured', row.wounded, records, us);

  const weapon = weaponOf(row.weapons);
  if (weapon !== undefined) {
    const words = weapon.split('-and-').map((slug) => slug.replaceAll('-', ' '));
    records.claim('weapon', `GTD gives as what was used: ${formatList(words)}.`, { kind: 'weapon', weapon });
  }
  if (row.suicide === true) {
    records.claim('suicide', 'GTD counts it as an attack in which a perpetrator meant to die.', {
      kind: 'occurrence',
      what: 'suicide-attack',
      happened: true,
    });
  }
  if (row.success === false) {
    records.claim('success', 'GTD counts the attack as one that did not succeed.', {
      kind: 'occurrence',
      what: 'attack-succeeded',
      happened: false,
    });
  }
  if (row.targets.length > 0) {
    const words = row.targets.map(
      ({ type, nationality }) =>
        `${TARGET_TYPES[type] ?? ''}${nationality === '' ? '' : ` (${shorten(nationality, 60)})`}`,
    );
    records.claim('target', `GTD files as the target: ${formatList(words)}.`, { kind: 'statement', topic: 'context' });
  }
  const count = (slug: string, measure: string, figure: Figure | undefined, says: (words: string) => string): void => {
    if (figure === undefined) return;
    records.claim(slug, `GTD ${says(sayFigure(figure))}.`, { kind: 'count', measure, quantity: quantityOf(figure) });
  };
  count('attackers', 'attackers', row.perpetrators, (words) => `counts ${words} perpetrators`);
  count('captured', 'perpetrators-captured', row.captured, (words) => `counts ${words} perpetrators captured`);
  addHostages(row, records, count);
  addProperty(row, records, count);
  if (row.doubt === true) {
    const other = ALTERNATIVES[row.alternative];
    records.claim(
      'doubt',
      `GTD doubts that the attack is terrorism as it defines it${other === undefined ? '' : `: it may be ${other}`}.`,
      { kind: 'statement', topic: 'context' },
    );
  }
}

type AddCount = (slug: string, measure: string, figure: Figure | undefined, says: (words: string) => string) => void;

function addHostages({ hostages }: IncidentRow, records: RowRecords, count: AddCount): void {
  if (hostages.taken !== true) return;
  if (hostages.number === undefined) {
    records.claim('hostages', 'GTD says that hostages were taken, and not how many.', {
      kind: 'count',
      measure: 'hostages',
      quantity: { bound: 'unquantified' },
    });
  } else {
    count('hostages', 'hostages', hostages.number, (words) => `counts ${words} hostages or kidnapped persons`);
  }
  count(
    'released',
    'hostages-released',
    hostages.released,
    (words) => `counts ${words} hostages released, escaped or rescued`,
  );
  const outcome = HOSTAGE_OUTCOMES[hostages.outcome];
  if (typeof outcome !== 'string') return;
  records.claim('hostage-outcome', `As GTD has it, the taking of hostages ended ${outcome}.`, {
    kind: 'statement',
    topic: 'context',
  });
}

function addProperty({ property }: IncidentRow, records: RowRecords, count: AddCount): void {
  if (property.damaged === true) {
    const extent = PROPERTY_EXTENTS[property.extent] ?? 'of unknown extent';
    records.claim('damage', `GTD says that property was damaged, ${extent}.`, {
      kind: 'damage',
      object: 'property',
      extent,
    });
  } else if (property.damaged === false) {
    records.claim('damage', 'GTD says that no property was damaged.', {
      kind: 'occurrence',
      what: 'property-damaged',
      happened: false,
    });
  }
  count(
    'damage-value',
    'property-damage-us-dollars',
    property.value,
    (words) => `puts the damage at ${words} US dollars`,
  );
}
