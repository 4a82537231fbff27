declare module '*.md' {
  import type { MarkdownPage } from '#lib/server/markdown-page.ts';

  const page: MarkdownPage;
  export default page;
}
