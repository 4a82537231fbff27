import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detailOf, dossierOf } from '#lib/components/event/dossier.fixture.ts';
import { eventPage } from '#lib/components/event/page.ts';
import type { CitationWording } from '#lib/citation/wording.ts';
import type { Locator } from '#lib/components/map/locator.ts';
import { cardSvg } from './card.ts';
import { eventCard } from './cards.ts';
import { EVENT_CHARTS, eventPicture } from './event-picture.ts';
import { escapeXml, standalone } from './frame.ts';
import { monthsPicture } from './months-picture.ts';

const page = eventPage(detailOf(dossierOf('kabul-2020-11-21', 'Rockets <on> “Kabul” & around')), []);
const locator: Locator = {
  state: 'mapped',
  width: 560,
  height: 400,
  land: 'M0 0h100v100z',
  here: 'M10 10h20v20z',
  borders: 'M0 50h100',
  labels: [{ x: 50, y: 50, text: 'Kabul' }],
  rings: [{ x: 60, y: 60, r: 20, enlarged: false, name: { x: 60, y: 40, text: 'Kabul' }, radius: null }],
  scale: { km: 50, length: 80 },
  inset: null,
  description: 'A map.',
};
const citation = {
  text: 'Counterclaim. “Rockets.” As of 30 November 2026. https://example.org/events/x',
} as unknown as CitationWording;
const event = { page, locator, citation };
const months = [
  { month: '2020-11', count: 3, byStatus: { contested: 1, unclaimed: 2 } },
  { month: '2021-07', count: 9, byStatus: { claimed: 9 } },
];

const pictures = (): [string, string][] => [
  ...EVENT_CHARTS.map((chart): [string, string] => {
    const picture = eventPicture(chart, event);
    return [chart, picture === undefined ? '' : standalone(picture)];
  }),
  ['months', standalone(monthsPicture(months, 'Kabul: events by month', citation) as never)],
  ['card', cardSvg(eventCard(page, '2020-11-22'))],
];

/** Names of elements whose tags do not close in order; a drawing that a browser's parser would mend, and no other program. */
function unclosed(svg: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = '', own] of svg.matchAll(/<(\/?)([a-z]+)\b[^<>]*?(\/?)>/gi)) {
    if (slash === '/') {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (own !== '/') open.push(name);
  }
  return open;
}

test.each(pictures())('%s stands alone: well-formed, without tokens, scripts or other files', (name, svg) => {
  if (process.env['DUMP']) writeFileSync(`${process.env['DUMP']}/${name}.svg`, svg);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+(?:\.\d+)?" height=/);
  expect(unclosed(svg)).toEqual([]);
  expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#\d+;)/);
  expect(svg).not.toMatch(/var\(|color-mix|light-dark|<script|<a |href=|url\(|<!--/);
  expect(svg).not.toContain('undefined');
});

test.each(pictures().slice(0, 4))('%s has its title, its question and its citation inside', (name, svg) => {
  const words = svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(words).toContain(name === 'months' ? 'Kabul: events by month' : 'Rockets &lt;on&gt; “Kabul” &amp; around');
  expect(words).toContain('https://example.org/events/x');
});

test.each(pictures())('%s: every class has a rule in its style sheet', (_, svg) => {
  const style = /<style>([^]*?)<\/style>/.exec(svg)?.[1] ?? '';
  const classes = new Set(
    [...svg.matchAll(/class="([^"]+)"/g)]
      .flatMap(([, names = '']) => names.split(' '))
      .filter((one) => !/^svelte-/.test(one)),
  );
  // Names of shapes that only pages tell apart: on a phone, and for what is set upright.
  const unstyled = new Set(['unit', 'long', 'plot', 'months']);
  const without = [...classes].filter((one) => !style.includes(`.${one}`) && !unstyled.has(one));
  expect(without).toEqual([]);
});

test('an event of which nothing can be drawn has no picture', () => {
  const empty = eventPage(detailOf({ ...dossierOf('kabul-2020-11-21'), claims: [] }), []);
  const nothing = { page: empty, locator: { state: 'unmappable', reason: 'No point.' }, citation } as const;
  expect(EVENT_CHARTS.map((chart) => eventPicture(chart, nothing))).toEqual([undefined, undefined, undefined]);
  expect(monthsPicture([], 'Nothing', citation)).toBeUndefined();
});

test('a card says what is claimed, never who did it, and as of when', () => {
  const words = cardSvg(eventCard(page, '2020-11-22'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(words).toContain('8–10');
  expect(words).toContain('as known by 22 November 2020');
  expect(words).toMatch(/Claimed by Islamic State/);
});

test('what no XML may contain is left out', () => {
  expect(escapeXml('a\u0000\u0008<b> & "c"')).toBe('a&lt;b&gt; &amp; &quot;c&quot;');
});
