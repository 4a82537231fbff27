import type { EventKind } from '@counterclaim/domain';

/** What a sub-event type is in the ledger. */
interface SubEventType {
  /** The event type to which ACLED counts it. */
  readonly type: string;
  /** `null` where the ledger has no kind for it. */
  readonly kind: EventKind | null;
  /** What the event is called: without an author. */
  readonly title: string;
}

const ofType = (
  type: string,
  entries: Readonly<Record<string, readonly [kind: EventKind | null, title: string]>>,
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
    'Peaceful protest': [null, 'Demonstration'],
    'Protest with intervention': [null, 'Demonstration'],
  }),
  ...ofType('Riots', {
    'Mob violence': ['attack', 'Violence by a crowd'],
    'Violent demonstration': [null, 'Demonstration'],
  }),
  ...ofType('Strategic developments', {
    Agreement: ['talks', 'Agreement'],
    Arrests: [null, 'Arrests'],
    'Change to group/activity': [null, 'Change in a group'],
    'Disrupted weapons use': [null, 'Weapons found or kept from use'],
    'Headquarters or base established': [null, 'Base established'],
    'Looting/property destruction': [null, 'Looting or destruction of property'],
    'Non-violent transfer of territory': ['change-of-control', 'Change of control without fighting'],
    Other: [null, 'Development'],
  }),
]);
