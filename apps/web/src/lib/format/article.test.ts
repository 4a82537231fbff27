import { expect, test } from 'vitest';
import { withArticle } from './article.ts';

test.each([
  ['Ministry of Interior Affairs', 'ministry', 'the Ministry of Interior Affairs'],
  ['Taliban', 'armed-group', 'the Taliban'],
  ['Haqqani network', 'armed-group', 'the Haqqani network'],
  ['Islamic State', 'armed-group', 'Islamic State'],
  ['United States', 'state', 'the United States'],
  ['Iran', 'state', 'Iran'],
  ['Government of Afghanistan', 'state', 'the Government of Afghanistan'],
  ['Central Command', 'command', 'the Central Command'],
  ['UNAMA', 'office', 'UNAMA'],
  ['Tariq Arian, spokesman', 'office-holder', 'Tariq Arian, spokesman'],
  ['The New York Times', 'publication', 'The New York Times'],
  ['AFP', 'publication', 'AFP'],
  ['South Front', 'publication', 'South Front'],
  ['National Resistance Front', 'armed-group', 'the National Resistance Front'],
  ['Kabul police', 'police', 'the Kabul police'],
  ['an eyewitness, to AFP', undefined, 'an eyewitness, to AFP'],
  ['unnamed, of Taliban', undefined, 'unnamed, of Taliban'],
] as const)('%s (%s) is %s', (name, kind, words) => {
  expect(withArticle(name, kind)).toBe(words);
});
