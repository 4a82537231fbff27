import { CLAIM_KINDS } from '@counterclaim/domain';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** Before a kind of claim: a key may itself hold a tilde, after an approximate date. */
const BETWEEN_KEYS = new RegExp(`~(?=(?:${CLAIM_KINDS.join('|')})(?:[:~]|$))`);
const KEY = new RegExp(`^(?:${CLAIM_KINDS.join('|')})(?::[-a-z0-9:/+@.~?%TXYZ]+)?$`);

/** `a~b`: any of several question keys, such as `casualties:killed:all`. */
export const questionsParameter = z
  .string()
  .min(1)
  .max(1000)
  .transform((text, context) => {
    const keys = [...new Set(text.split(BETWEEN_KEYS))];
    const wrong = keys.find((key) => !KEY.test(key));
    return wrong === undefined
      ? keys
      : refuse(
          context,
          `${JSON.stringify(wrong)} is not a question’s key: copy one from an event’s assessment, such as casualties:killed:all, and write its + as %2B`,
        );
  });
