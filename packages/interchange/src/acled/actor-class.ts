import type { ActorKind } from '@counterclaim/domain';

/** The classes of actors by `inter` code, as newer exports name them. By the ACLED codebook (2024), “Actor Names, Types, and ‘Inter’ Codes”. */
export const CLASSES: readonly (readonly [code: string, name: string, kind: ActorKind | null])[] = [
  ['1', 'State forces', 'agency'],
  ['2', 'Rebel group', 'armed-group'],
  ['3', 'Political militia', 'armed-group'],
  ['4', 'Identity militia', 'armed-group'],
  // Crowds and civilians are nobody who could speak: they are named as a party, and are no actors.
  ['5', 'Rioters', null],
  ['6', 'Protesters', null],
  ['7', 'Civilians', null],
  ['8', 'External/Other forces', 'agency'],
];

const BY_NAME = new Map(CLASSES.map(([code, name]) => [name.toLowerCase(), code]));

/** The code of a class by name, in singular or plural, or by code; `undefined` where it is none. Older names end otherwise. */
export function classOf(text: string): string | undefined {
  const name = text.trim().toLowerCase().replace(/\.0+$/, '');
  if (/^[1-8]$/.test(name)) return name;
  return BY_NAME.get(name) ?? BY_NAME.get(`${name}s`) ?? BY_NAME.get(name.replace(/s$/, ''));
}

/**
 * The classes of `interaction`: 17, “State forces-Civilians” with a hyphen or a dash, “Rebel group only”, “Sole rebel group action”. In
 * the order of their codes; `undefined` where it cannot be read.
 */
export function classesOf(interaction: string): string[] | undefined {
  const text = interaction.trim().toLowerCase().replace(/\.0+$/, '');
  if (/^[1-8][0-8]$/.test(text)) return [...text].filter((code) => code !== '0').sort();
  const alone = /^(?:sole (.+) action|(.+) only)$/.exec(text);
  const names = alone === null ? text.split(/\s*[-\u2010-\u2015]\s*/) : [alone[1] ?? alone[2] ?? ''];
  const codes = names.map(classOf);
  if (codes.length > 2 || codes.includes(undefined)) return undefined;
  return codes.filter((code) => code !== undefined).sort();
}

const BY_BEGINNING: readonly (readonly [pattern: RegExp, kind: ActorKind])[] = [
  [/^police forces of /i, 'police'],
  [/^military forces of /i, 'military'],
  [/^government of /i, 'state'],
  [/^(?:un|nato|au|ecowas|eu)\b/i, 'international-organisation'],
];

/** What an actor is by its class and name; `null` where it is nobody in particular. */
export function actorKind(name: string, code: string | undefined): ActorKind | null {
  if (/^unidentified\b/i.test(name)) return null;
  const kind = CLASSES.find(([known]) => known === code)?.[2];
  if (kind === null || (kind === undefined && /^(?:civilians|protesters|rioters)\b/i.test(name))) return null;
  return BY_BEGINNING.find(([pattern]) => pattern.test(name))?.[1] ?? kind ?? 'armed-group';
}
