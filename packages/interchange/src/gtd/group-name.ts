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
