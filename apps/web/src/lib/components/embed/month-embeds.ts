import { embedCode, type EmbedCode } from './code.ts';

/** Head, foot, and bars of a histogram with its key, in pixels. */
const HEIGHT = 460;

/** The code of the frame of a place's or an actor's months, live and as of a date. */
export const monthEmbeds = (
  of: 'place' | 'actor',
  { id, name }: { readonly id: string; readonly name: string },
  origin: string,
  date: string,
): EmbedCode[] => [embedCode({ form: 'histogram', id, of, title: name, height: HEIGHT }, origin, date)];
