declare module '*.md' {
  import type { MarkdownPage } from '../markdown.ts';

  const page: MarkdownPage;
  export default page;
}
