/** Names that the dataset gives to those of whom it knows no group. By the GTD codebook, “Perpetrator Group Name”. */
const NOBODY = /^(?:unknown|)$/i;

/** Descriptions that are no names: they end in a word for people, with a place behind it perhaps. */
const DESCRIPTION =
  /\b(?:activists|anarchists|assailants|attackers|bandits|dissidents|extremists|fighters|guerrillas|gunmen|individuals?(?:\(s\))?|insurgents|militants|militiamen|mutineers|peasants|protesters|protestors|rebels|refugees|rioters|separatists|settlers|soldiers|students|supporters|terrorists|tribesmen|vigilantes|villagers|youths)(?: \([^)]*\))?$/i;

/** Who a group name is about: nobody who is known, people who are only described, or a group. */
export function groupKind(name: string, individual: boolean): 'unknown' | 'described' | 'group' {
  if (NOBODY.test(name.trim())) return 'unknown';
  return individual || DESCRIPTION.test(name.trim()) ? 'described' : 'group';
}

/** Whoever acted for no group: the dataset may name a private person, and the ledger does not. */
export const INDIVIDUAL = 'an individual of no group';

const [BEFORE, BEHIND] = ['people whom GTD calls “', '”'] as const;

/** Whom the dataset describes rather than names, so that the description is seen to be the dataset's. */
export const describedName = (name: string): string => `${BEFORE}${name}${BEHIND}`;

/** The description in the dataset that `describedName` made a label of; another label as it is. */
export const datasetName = (label: string): string =>
  label === INDIVIDUAL
    ? 'Unaffiliated Individual(s)'
    : label.startsWith(BEFORE) && label.endsWith(BEHIND)
      ? label.slice(BEFORE.length, -BEHIND.length)
      : label;
