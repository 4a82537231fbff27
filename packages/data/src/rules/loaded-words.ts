/** Words that take a side, and what to write instead. */
export interface LoadedWord {
  /** Matches the word in running text; case does not matter. */
  readonly pattern: RegExp;
  readonly instead: string;
  readonly why: string;
  /** Whether it may stand in names, because bodies and places bear it officially. */
  readonly inNames?: true;
}

/**
 * The words that our titles, paraphrases and names do without (rule `wording`). A speaker's label may be
 * reported in quotation marks: the minister calls them "terrorists".
 *
 * Considered and left out: *militant*, *insurgent*, *rebel* and *fighter*, which describe without judging and
 * to which editors' style guides turn instead of *terrorist*; *suicide attack* and *assassination*, which
 * describe how; *claim*, which is our own term and implies no doubt; *admit*, which is also what hospitals do;
 * *alleged*, which keeps the distance that is wanted.
 */
export const LOADED_WORDS: readonly LoadedWord[] = [
  {
    pattern: /\bterrorists?\b/,
    instead: 'attackers, fighters or the name of the group',
    why: 'a judgement that one side makes of the other',
  },
  {
    pattern: /\bterror (?:attack|act|strike|plot|group|outfit)s?\b|\bacts? of terror(?:ism)?\b|\bterrorist act\b/,
    instead: 'attack or group',
    why: 'a judgement that one side makes of the other',
  },
  {
    pattern: /\bextremists?\b/,
    instead: 'fighters or the name of the group',
    why: 'says how far from the speaker somebody stands, not who they are',
  },
  {
    pattern: /\bjihad(?:ist|i|ists|is)\b/,
    instead: 'fighters or the name of the group',
    why: 'a label whose meaning the sides dispute',
  },
  {
    pattern: /\b(?:thugs?|bandits?|mercenar(?:y|ies)|henchm[ae]n)\b/,
    instead: 'fighters or the name of the group',
    why: 'an insult',
  },
  {
    pattern: /\bDa['’]?e?sh\b/,
    instead: 'Islamic State',
    why: 'the name that opponents give the group',
  },
  {
    pattern: /\bmartyr(?:s|ed|doms?)?\b/,
    instead: 'killed, or the dead',
    why: 'honours the dead of one side',
    inNames: true,
  },
  {
    pattern: /\b(?:mujahid(?:een|in)|holy warriors?|soldiers? of the caliphate)\b/,
    instead: 'fighters or the name of the group',
    why: 'what one side calls its own',
    inNames: true,
  },
  {
    pattern: /\b(?:infidels?|apostates?|crusaders?|unbelievers?)\b/,
    instead: 'the name of the people or body meant',
    why: 'what one side calls the other',
  },
  {
    pattern: /\bregimes?\b/,
    instead: 'government or authorities',
    why: 'denies that a government is one',
  },
  {
    pattern: /\b(?:puppets?|stooges?|lackeys?|cronies)\b/,
    instead: 'government or its name',
    why: 'denies that a government is its own',
  },
  {
    pattern: /\b(?:occupiers?|occupying forces|invaders?)\b/,
    instead: 'foreign forces or their name',
    why: 'a judgement on why somebody is there',
  },
  {
    pattern: /\benem(?:y|ies)\b/,
    instead: 'the name of the side meant',
    why: 'takes the speaker’s side',
  },
  {
    pattern: /\bliberat(?:e|es|ed|ing|ion)\b/,
    instead: 'take, took or change of control',
    why: 'takes the side of those who came',
    inNames: true,
  },
  {
    pattern: /\b(?:neutrali[sz](?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|liquidat(?:e|es|ed|ing))\b/,
    instead: 'killed, captured, destroyed or defused',
    why: 'hides what was done to whom',
  },
  {
    pattern: /\bcollateral (?:damage|losses)\b/,
    instead: 'civilians killed or injured, or damage',
    why: 'hides what was done to whom',
  },
  {
    pattern: /\b(?:surgical|pinpoint) (?:strike|attack|operation)s?\b/,
    instead: 'strike',
    why: 'praises a weapon for an effect that is itself disputed',
  },
  {
    pattern: /(?<!\b(?:convicted of|charged with|accused of|tried for) (?:attempted )?)\bmurder(?:s|ed|ers?|ous)?\b/,
    instead: 'killed',
    why: 'a finding that is a court’s to make; "convicted of murder" reports one',
  },
  {
    pattern: /\b(?:massacre[ds]?|slaughter(?:s|ed)?|butcher(?:s|ed)?|carnage|bloodbath|atrocit(?:y|ies))\b/,
    instead: 'killed, and the number',
    why: 'adds horror to what the number tells',
  },
  {
    pattern:
      /\b(?:barbari[ct]\w*|heinous|dastardly|cowardly|savage\w*|brutal\w*|vicious\w*|evil|senseless|despicable|monstrous)\b/,
    instead: 'nothing in its place',
    why: 'condemns in our voice',
  },
  {
    pattern: /\binnocent\b/,
    instead: 'civilians or people',
    why: 'implies that other victims are guilty',
  },
  {
    pattern: /\bso-called\b/,
    instead: 'the name alone',
    why: 'doubts in our voice',
  },
];
