import { fold, MAXIMUM_ID_LENGTH } from '@counterclaim/domain';

/**
 * A text as a slug: `Ṣanāʿ Hospital, Kabul` is `sana-hospital-kabul`. Letters outside ASCII that do not fold into it are left out.
 *
 * @returns At most as long as an id may be, cut between words; empty where nothing can be written so.
 */
export function slugOf(text: string): string {
  const words = fold(text)
    .replace(/['’ʿʾ`]/g, '')
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MAXIMUM_ID_LENGTH) break;
    slug = longer;
  }
  return slug;
}
