/** A piece of a sentence of the API's description: plain, code or strong. */
export interface InlinePiece {
  readonly kind: 'text' | 'code' | 'strong';
  readonly text: string;
}

/** Splits a sentence at its backticks and double asterisks. */
export function inlinePieces(sentence: string): InlinePiece[] {
  return sentence
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .map((piece): InlinePiece => {
      if (piece.startsWith('`') && piece.length > 2) return { kind: 'code', text: piece.slice(1, -1) };
      if (piece.startsWith('**') && piece.length > 4) return { kind: 'strong', text: piece.slice(2, -2) };
      return { kind: 'text', text: piece };
    });
}

/** The paragraphs of a description; lists are left out. */
export const paragraphsOf = (description: string): string[] =>
  description.split(/\n{2,}/).filter((paragraph) => paragraph !== '' && !/^[-*] /.test(paragraph));
