/** What of a page can stand in a frame on somebody else's: of an event three forms, of a place or an actor the months of its events. */
export const EMBED_FORMS = ['matrix', 'toll', 'map', 'histogram'] as const;
export type EmbedForm = (typeof EMBED_FORMS)[number];

/** What a form is called where it is chosen, and the question that it answers. */
export const EMBED_WORDS: Readonly<Record<EmbedForm, { readonly name: string; readonly question: string }>> = {
  matrix: { name: 'Who did it', question: 'Who says who did it' },
  toll: { name: 'How many', question: 'How many people were killed and injured' },
  map: { name: 'Where', question: 'Where it was' },
  histogram: { name: 'Events by month', question: 'Events by month' },
};

/** The form of an address; `undefined` where there is none of that name. */
export const parseEmbedForm = (text: string): EmbedForm | undefined => EMBED_FORMS.find((form) => form === text);
