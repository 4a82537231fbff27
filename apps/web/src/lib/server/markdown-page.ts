/** A heading of a document, for a table of contents. */
export interface Heading {
  readonly level: number;
  /** The rule's id where the heading is one, such as `attribution.contested`; else its words. */
  readonly id: string;
  readonly text: string;
}

export interface MarkdownPage {
  readonly title: string;
  /** Everything below the title. */
  readonly html: string;
  readonly headings: readonly Heading[];
}
