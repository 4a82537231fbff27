import { CLAIM_KINDS } from '@counterclaim/domain';
import { z } from 'zod';
import { splitQuestions } from './filter-text.ts';
import { refuse } from './refuse.ts';

const KEY = new RegExp(`^(?:${CLAIM_KINDS.join('|')})(?::[-a-z0-9:/+@.~?%TXYZ]+)?$`);

/** `a~b`: any of several question keys, such as `casualties:killed:all`. */
export const questionsParameter = z
  .string()
  .min(1)
  .max(1000)
  .transform((text, context) => {
    const keys = splitQuestions(text);
    const wrong = keys.find((key) => !KEY.test(key));
    return wrong === undefined
      ? keys
      : refuse(
          context,
          `${JSON.stringify(wrong)} is not a question’s key: copy one from an event’s assessment, such as casualties:killed:all, and write its + as %2B`,
        );
  });
