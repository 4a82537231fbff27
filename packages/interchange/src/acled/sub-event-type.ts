import type { EventKind } from '@counterclaim/domain';

/** What a sub-event type is in the ledger. */
interface SubEventType {
  /** The event type to which ACLED counts it. */
  readonly type: string;
  readonly kind: EventKind;
  /** What the event is called: without an author. */
  readonly title: string;
}

const ofType = (
  type: string,
  entries: Readonly<Record<string, readonly [kind: EventKind, title: string]>>,
): [string, SubEventType][] =>
  Object.entries(entries).map(([name, [kind, title]]) => [name.toLowerCase(), { type, kind, title }]);

/**
 * The sub-event types by their names in lower case, under ACLED's event types of 2019 and later. By the ACLED codebook (2024), “ACLED
 * Events”, https://acleddata.com/knowledge-base/codebook/.
 */
export const SUB_EVENT_TYPES: ReadonlyMap<string, SubEventType> = new Map([
  ...ofType('Battles', {
    'Armed clash': ['clash', 'Armed clash'],
    'Government regains territory': ['change-of-control', 'Change of control after fighting'],
    'Non-state actor overtakes territory': ['change-of-control', 'Change of control after fighting'],
  }),
  ...ofType('Explosions/Remote violence', {
    'Air/drone strike': ['attack', 'Air or drone strike'],
    'Chemical weapon': ['attack', 'Use of a chemical weapon'],
    Grenade: ['attack', 'Grenade attack'],
    'Remote explosive/landmine/IED': ['attack', 'Explosion of a device or mine'],
    'Shelling/artillery/missile attack': ['attack', 'Shelling'],
    'Suicide bomb': ['attack', 'Suicide bombing'],
  }),
  ...ofType('Violence against civilians', {
    'Abduction/forced disappearance': ['attack', 'Abduction'],
    Attack: ['attack', 'Attack'],
    'Sexual violence': ['attack', 'Sexual violence'],
  }),
  ...ofType('Protests', {
    'Excessive force against protesters': ['attack', 'Force against a demonstration'],
    'Peaceful protest': ['demonstration', 'Demonstration'],
    'Protest with intervention': ['demonstration', 'Demonstration'],
  }),
  ...ofType('Riots', {
    'Mob violence': ['attack', 'Violence by a crowd'],
    'Violent demonstration': ['demonstration', 'Demonstration'],
  }),
  ...ofType('Strategic developments', {
    Agreement: ['talks', 'Agreement'],
    Arrests: ['development', 'Arrests'],
    'Change to group/activity': ['development', 'Change in a group'],
    'Disrupted weapons use': ['development', 'Weapons found or kept from use'],
    'Headquarters or base established': ['development', 'Base established'],
    'Looting/property destruction': ['development', 'Looting or destruction of property'],
    'Non-violent transfer of territory': ['change-of-control', 'Change of control without fighting'],
    Other: ['development', 'Development'],
  }),
]);
