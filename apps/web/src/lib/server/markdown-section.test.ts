import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../markdown.ts';
import { sectionOf } from './markdown-section.ts';

const page = renderMarkdown(
  '# Title\n\nBefore.\n\n## Known limits\n\nSome.\n\n### Of them\n\nOne.\n\n## After\n\nNothing.\n',
);

test('a section with what is below it, up to the next of its level', () => {
  expect(sectionOf(page, 'known-limits')).toBe('<p>Some.</p>\n<h3 id="of-them">Of them</h3>\n<p>One.</p>');
  expect(sectionOf(page, 'after')).toBe('<p>Nothing.</p>');
});

test('a section that is not there is a mistake', () => {
  expect(() => sectionOf(page, 'limits')).toThrow('no section “limits”');
});
