import { z } from 'zod';
import { pageParameters } from './page.ts';
import { wordsParameter } from './words.ts';

/** Query of the lists that are only searched: actors, places. */
export const searchQuery = z.strictObject({ q: wordsParameter.optional(), ...pageParameters });
