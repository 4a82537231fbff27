/** A word of the vocabulary as a reader sees it: `accused-and-denied` is "Accused and denied". */
export const sentenceCase = (slug: string): string => {
  const words = slug.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};
