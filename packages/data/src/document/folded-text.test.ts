import { describe, expect, it } from 'vitest';
import { foldText } from './folded-text.ts';

describe('foldText', () => {
  it.each([
    ['Kābul', 'kabul'],
    ['“Ja”, «oui», ‚nein‘', '"ja", "oui", \'nein\''],
    ['2018–2021 — a‑b', '2018-2021 - a-b'],
    ['a \t\n  b', 'a b'],
    ['&quot;R&amp;D&quot; &#8217;s &#x201C;x&#X201d;&nbsp;y', '"r&d" \'s "x" y'],
    ['im\u00ADmedi\u200Bate', 'immediate'],
    ['كابل', 'کابل'],
    ['Straße', 'strasse'],
    ['R&D; &unknown; &#9999999; &', 'r&d; &unknown; &#9999999; &'],
  ])('%j is compared as %j', (original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  it('knows where every character comes from, in code points', () => {
    const { text, starts, ends } = foldText('📦 ß&quot;e\u0301');
    expect(text).toBe('📦 ss"e');
    expect(starts).toEqual([0, 0, 1, 2, 2, 3, 9]);
    // The accent at the end belongs to the letter before it.
    expect(ends).toEqual([1, 1, 2, 3, 3, 9, 11]);
  });
});
