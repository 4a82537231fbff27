/** What the ledger's values are called in English: in lists, sentences and labels. The pages and the command line say the same. */
export * from './words/answer.ts';
export * from './words/date.ts';
export * from './words/number.ts';
export * from './words/quantity.ts';
export * from './words/question.ts';
export * from './words/range.ts';
export * from './words/slug.ts';
export * from './words/speaker.ts';
export * from './words/stance.ts';
