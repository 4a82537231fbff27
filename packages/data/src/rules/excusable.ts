import { inOffice } from './in-office.ts';
import { oneAddress } from './one-address.ts';
import { paraphraseNumber } from './paraphrase-number.ts';
import { repeatedAnswer } from './repeated-answer.ts';
import type { Rule } from './rule.ts';
import { saidBeforePublished } from './said-before-published.ts';

/** The rules that a record may break for a reason, told in exceptions.yml. All others have none. */
export const EXCUSABLE: readonly Rule[] = [inOffice, oneAddress, paraphraseNumber, repeatedAnswer, saidBeforePublished];
