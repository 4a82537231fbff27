import { readFileSync } from 'node:fs';
import { RULES } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

test('headings that are rules keep their id, others get their words', () => {
  const page = renderMarkdown('# Title\n\n## As of a date\n\n### asof.known\n\n#### What, if so?\n');
  expect(page.title).toBe('Title');
  expect(page.headings).toEqual([
    { level: 2, id: 'as-of-a-date', text: 'As of a date' },
    { level: 3, id: 'asof.known', text: 'asof.known' },
    { level: 4, id: 'what-if-so', text: 'What, if so?' },
  ]);
  expect(page.html).toContain('<h3 id="asof.known">asof.known</h3>');
  expect(page.html).not.toContain('<h1');
});

test('links into the repository become text, others stay', () => {
  const { html } = renderMarkdown('[a](adr/0001.md) [b](https://example.org/?a=1&b=2) [c](#asof.known)');
  expect(html).toBe('<p>a <a href="https://example.org/?a=1&amp;b=2">b</a> <a href="#asof.known">c</a></p>\n');
});

test('a table scrolls by itself', () => {
  const { html } = renderMarkdown('| a | b |\n| - | - |\n| _1_ | 2 |\n');
  expect(html).toMatch(/^<div class="scroll" tabindex="0" role="region"/);
  expect(html).toContain('<th scope="col">a</th>');
  expect(html).toContain('<td><em>1</em></td>');
});

test('every rule has its heading in the methodology, so that badges can lead to it', () => {
  const text = readFileSync(new URL('../../docs/methodology.md', import.meta.url), 'utf8');
  const ids = new Set(renderMarkdown(text).headings.map(({ id }) => id));
  expect(Object.keys(RULES).filter((rule) => !ids.has(rule))).toEqual([]);
});

test('every table scrolls under a name of its own', () => {
  const table = '| a | b |\n| - | - |\n| 1 | 2 |\n';
  const { html } = renderMarkdown(`# Title\n\n${table}\n## Terms & names\n\n${table}\n${'text\n\n'}${table}`);
  expect([...html.matchAll(/role="region" aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Title, table 1',
    'Terms &amp; names, table 2',
    'Terms &amp; names, table 3',
  ]);
});
