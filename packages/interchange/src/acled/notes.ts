/** What notes say of the dead where the number is 0: that nobody died, that nobody is known to have died, or nothing. */
export type NoDead = 'none' | 'none-known' | 'silent';

const PERSONS =
  '(?:fatalit(?:y|ies)|deaths?|dead|casualt(?:y|ies)|(?:injuries|injured) (?:and|or|nor) (?:fatalities|deaths))';

/** Sentences that say that nobody died. */
const NOBODY = [
  new RegExp(
    `\\b(?:no|without|zero)(?: (?:any|further|injuries or|injuries nor|injuries and|injured or))* ${PERSONS}\\b`,
    'i',
  ),
  /\b(?:nobody|no[ -]one|no (?:people|persons|civilians)) (?:was|were|has been|have been) (?:killed|hurt)\b/i,
  /\bdid not (?:cause|result in|lead to) (?:any )?(?:casualties|deaths|fatalities)\b/i,
];

/** Words that say that it is only not known. */
const NOT_KNOWN =
  /\b(?:reports?|reported|reportedly|known|information|confirmed|immediate|immediately|unknown|unclear|unspecified)\b/i;

/**
 * Reads in the notes of a row whether 0 dead means that nobody died. ACLED writes 0 too where its reports say nothing
 * (codebook, “Reported Fatalities”). Nothing of the text is kept.
 */
export function noDead(notes: string): NoDead {
  for (const sentence of notes.split(/[.;!?\n]+/)) {
    if (NOBODY.some((pattern) => pattern.test(sentence))) return NOT_KNOWN.test(sentence) ? 'none-known' : 'none';
  }
  return 'silent';
}
