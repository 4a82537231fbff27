/** A text with its first letter in upper case, for the start of a sentence or a row: "An eyewitness". */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
