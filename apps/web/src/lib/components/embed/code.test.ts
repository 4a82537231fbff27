import { expect, test } from 'vitest';
import { embedCode, frameHtml } from './code.ts';

const embedded = { form: 'toll', id: '2020-11-21-kabul-rockets', title: 'Rockets on Kabul', height: 700 } as const;

test('a frame is live, or as of a date', () => {
  const { live, frozen } = embedCode(embedded, 'https://example.org', '2020-11-21');
  expect(live).toBe(
    '<iframe src="https://example.org/embed/toll/2020-11-21-kabul-rockets" title="How many people were killed and injured: Rockets on Kabul (Counterclaim)" width="100%" height="700" loading="lazy" style="border:0" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
  );
  expect(frozen).toContain('src="https://example.org/embed/toll/2020-11-21-kabul-rockets?asOf=2020-11-21"');
});

test('a histogram says whether it is of a place or of an actor', () => {
  const months = { form: 'histogram', id: 'kabul', of: 'place', title: 'Kabul', height: 400 } as const;
  const { live, frozen } = embedCode(months, 'https://example.org', '2021');
  expect(live).toContain('src="https://example.org/embed/histogram/kabul?of=place"');
  expect(frozen).toContain('src="https://example.org/embed/histogram/kabul?of=place&amp;asOf=2021"');
});

test('nothing in a title ends its attribute', () => {
  expect(frameHtml('https://example.org/?a=1&b=2', '"><script>', 1)).toContain(
    'src="https://example.org/?a=1&amp;b=2" title="&quot;&gt;&lt;script&gt;"',
  );
});
