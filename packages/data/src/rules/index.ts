import { assertions } from './assertions.ts';
import { chain } from './chain.ts';
import { correctionChain } from './correction-chain.ts';
import { correction } from './correction.ts';
import { digest } from './digest.ts';
import { edtf } from './edtf.ts';
import { eventIsClaimed } from './event-is-claimed.ts';
import { exceptions } from './exceptions.ts';
import { excerpt } from './excerpt.ts';
import { EXCUSABLE } from './excusable.ts';
import { idIsFilename } from './id-is-filename.ts';
import { offset } from './offset.ts';
import { orphan } from './orphan.ts';
import { partOf } from './part-of.ts';
import { passage } from './passage.ts';
import { perpetrators } from './perpetrators.ts';
import { quantity } from './quantity.ts';
import { redirect } from './redirect.ts';
import { reference } from './reference.ts';
import { repeats } from './repeats.ts';
import { reservedId } from './reserved-id.ts';
import { responsibility } from './responsibility.ts';
import { retracted } from './retracted.ts';
import type { Rule } from './rule.ts';
import { shape } from './shape.ts';
import { silentEdit } from './silent-edit.ts';
import { supersedes } from './supersedes.ts';
import { timeZone } from './time-zone.ts';
import { uniqueSlug } from './unique-slug.ts';
import { wording } from './wording.ts';

/** Every rule that records must keep; problems come sorted, so the order here does not matter. */
export const RULES: readonly Rule[] = [
  shape,
  idIsFilename,
  reservedId,
  reference,
  chain,
  orphan,
  edtf,
  offset,
  timeZone,
  eventIsClaimed,
  uniqueSlug,
  passage,
  digest,
  excerpt,
  quantity,
  responsibility,
  perpetrators,
  repeats,
  supersedes,
  partOf,
  wording,
  correction,
  correctionChain,
  retracted,
  redirect,
  silentEdit,
  assertions,
  exceptions,
  ...EXCUSABLE,
];
