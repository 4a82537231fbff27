import type { PlaceKind, PlacePrecision } from '@counterclaim/domain';

/*
 * Code lists of the Global Terrorism Database, by its codebook (University of Maryland, 2021), https://www.start.umd.edu/gtd/. The words
 * are ours: neutral, and fit to stand in a sentence.
 */

/** attacktype: what the event is called. */
export const ATTACK_TYPES: Readonly<Record<string, string>> = {
  '1': 'Attack on a person',
  '2': 'Armed assault',
  '3': 'Bombing',
  '4': 'Hijacking',
  '5': 'Hostage taking',
  '6': 'Kidnapping',
  '7': 'Attack on a facility',
  '8': 'Unarmed assault',
  '9': 'Attack',
};

/** weaptype: slugs of kinds of weapons; `null` where the code names none. */
export const WEAPON_TYPES: Readonly<Record<string, string | null>> = {
  '1': 'biological-weapon',
  '2': 'chemical-weapon',
  '3': 'radiological-weapon',
  '4': 'nuclear-weapon',
  '5': 'firearm',
  '6': 'explosive',
  '7': 'fake-weapon',
  '8': 'incendiary',
  '9': 'melee-weapon',
  '10': 'vehicle',
  '11': 'sabotage-equipment',
  '12': null,
  '13': null,
};

/** weapsubtype: slugs of the narrower kinds; `null` where the code says no more than its type. */
export const WEAPON_SUBTYPES: Readonly<Record<string, string | null>> = {
  '1': 'poison',
  '2': 'automatic-rifle',
  '3': 'handgun',
  '4': 'rifle-or-shotgun',
  '5': null,
  '6': null,
  '7': 'grenade',
  '8': 'landmine',
  '9': 'letter-bomb',
  '10': 'pressure-triggered-bomb',
  '11': 'projectile',
  '12': 'remote-controlled-bomb',
  '13': 'bodily-carried-bomb',
  '14': 'time-bomb',
  '15': 'vehicle-bomb',
  '16': null,
  '17': null,
  '18': 'arson',
  '19': 'flame-thrower',
  '20': 'petrol-or-alcohol',
  '21': 'blunt-object',
  '22': 'bare-hands',
  '23': 'knife',
  '24': 'rope',
  '25': 'sharp-object',
  '26': 'suffocation',
  '27': null,
  '28': 'dynamite',
  '29': 'magnetic-bomb',
  '30': 'explosive-dispersing-chemicals',
  '31': 'pipe-bomb',
};

/** targtype: who or what the dataset counts as the target. */
export const TARGET_TYPES: Readonly<Record<string, string>> = {
  '1': 'businesses',
  '2': 'government',
  '3': 'police',
  '4': 'armed forces',
  '5': 'abortion clinics or their staff',
  '6': 'airports or aircraft',
  '7': 'diplomatic missions',
  '8': 'education',
  '9': 'food or water supply',
  '10': 'journalists or media',
  '11': 'shipping',
  '12': 'non-governmental organisations',
  '13': 'others',
  '14': 'private citizens or their property',
  '15': 'religious figures or institutions',
  '16': 'telecommunication',
  '17': 'non-state armed groups',
  '18': 'tourists',
  '19': 'transport',
  '20': 'unknown',
  '21': 'utilities',
  '22': 'violent political parties',
};

/** claimmode: how responsibility was claimed, as a channel; `null` where the code names none. */
export const CLAIM_MODES: Readonly<Record<string, string | null>> = {
  '1': 'letter',
  '2': 'call-before',
  '3': 'call-after',
  '4': 'e-mail',
  '5': 'note-at-scene',
  '6': 'video',
  '7': 'website',
  '8': 'in-person',
  '9': null,
  '10': null,
};

/** alternative: what else than terrorism it may have been, where the dataset doubts. */
export const ALTERNATIVES: Readonly<Record<string, string>> = {
  '1': 'insurgency or guerrilla action',
  '2': 'another kind of crime',
  '3': 'a conflict within or between groups',
  '4': 'without intention',
  '5': 'an act of a state',
};

/** propextent: how large damage to property was; words for an extent. */
export const PROPERTY_EXTENTS: Readonly<Record<string, string>> = {
  '1': 'catastrophic: likely a thousand million US dollars or more',
  '2': 'major: likely a million US dollars or more',
  '3': 'minor: likely less than a million US dollars',
  '4': 'of unknown extent',
};

/** hostkidoutcome: how a hostage taking ended. */
export const HOSTAGE_OUTCOMES: Readonly<Record<string, string | null>> = {
  '1': 'with an attempt to rescue them',
  '2': 'with their release',
  '3': 'with their escape',
  '4': 'with their being killed',
  '5': 'with their rescue',
  '6': 'differently for some than for others',
  '7': null,
};

interface Specificity {
  readonly precision: PlacePrecision;
  readonly kind: PlaceKind;
  /** How the place is drawn: the dataset gives no radius. */
  readonly radiusKm: number;
}

/** specificity: what the coordinates are of. 1 is a town by its middle, so that nothing is exact. */
export const SPECIFICITIES: Readonly<Record<string, Specificity>> = {
  '1': { precision: 'settlement', kind: 'settlement', radiusKm: 4 },
  '2': { precision: 'adm2', kind: 'adm2', radiusKm: 30 },
  '3': { precision: 'adm2', kind: 'adm2', radiusKm: 30 },
  '4': { precision: 'adm1', kind: 'adm1', radiusKm: 80 },
  '5': { precision: 'unknown', kind: 'area', radiusKm: 500 },
};

/** vicinity 1: around the town, not in it. */
export const VICINITY: Specificity = { precision: 'near', kind: 'area', radiusKm: 25 };
