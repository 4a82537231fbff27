import { readFileSync } from 'node:fs';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { Heading, MarkdownPage } from './src/lib/server/markdown-page.ts';

/** Rule ids stay as they are; words are joined by hyphens. */
const idOf = (text: string): string =>
  /^[a-z]+\.[a-z-]+$/.test(text)
    ? text
    : text
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
        .replaceAll(/^-+|-+$/g, '');

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Renders a document of the repository. Headings get ids, tables scroll by themselves under a name of their own, links to other files of the
 * repository become plain text, because the dashboard does not serve them.
 */
export function renderMarkdown(text: string): MarkdownPage {
  const headings: Heading[] = [];
  let tables = 0;
  let title = '';
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: raw }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens);
        if (depth === 1) {
          title = raw;
          return '';
        }
        const id = idOf(raw);
        headings.push({ level: depth, id, text: raw });
        return `<h${String(depth)} id="${escape(id)}">${inner}</h${String(depth)}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        return /^(?:https?:|#|\/)/.test(href) ? `<a href="${escape(href)}">${inner}</a>` : inner;
      },
      table(token: Tokens.Table) {
        const cell = ({ tokens }: Tokens.TableCell, tag: string) =>
          `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
        const head = token.header
          .map((each) => cell(each, 'th scope="col"').replace('</th scope="col">', '</th>'))
          .join('');
        const rows = token.rows.map((row) => `<tr>${row.map((each) => cell(each, 'td')).join('')}</tr>`).join('\n');
        tables += 1;
        const under = headings.at(-1)?.text ?? title;
        const label = `${under === '' ? '' : `${under}, `}table ${String(tables)}`;
        return `<div class="scroll" tabindex="0" role="region" aria-label="${escape(label)}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(text, { async: false });
  return { title, html, headings };
}

/** Imports `*.md` as a page that is rendered when the dashboard is built. */
export function markdown(): Plugin {
  return {
    name: 'markdown',
    enforce: 'pre',
    load(id) {
      const path = id.split('?', 1)[0] ?? '';
      if (!path.endsWith('.md')) return null;
      this.addWatchFile(path);
      return `export default ${JSON.stringify(renderMarkdown(readFileSync(path, 'utf8')))};`;
    },
  };
}
