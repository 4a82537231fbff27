import { setImmediate } from 'node:timers/promises';
import { type HeldText, type PassageVerdict, passageVerdictSteps } from '@counterclaim/data/serving';
import type { Claim, Passage } from '@counterclaim/domain';

/** A passage held against a text. */
export interface VerifiedPassage extends PassageVerdict {
  readonly passage: Passage;
}

/** The passages of a claim, held against a text; none where only an excerpt was coded. */
export interface VerifiedClaim {
  readonly id: Claim['id'];
  readonly passages: readonly VerifiedPassage[];
}

/**
 * Digests computed at most to find words that are not at their place, in one text: less than a second’s worth. Only long texts that
 * are not the ones that were coded need more; what is then not looked for any further counts as not there.
 */
const MAXIMUM_SEARCH = 1_000_000;

const passagesOf = ({ evidence }: Claim): readonly Passage[] => ('passages' in evidence ? evidence.passages : []);

async function verify(claims: readonly Claim[], { paragraphs }: HeldText): Promise<readonly VerifiedClaim[]> {
  let left = MAXIMUM_SEARCH;
  const verified: VerifiedClaim[] = [];
  for (const claim of claims) {
    const passages: VerifiedPassage[] = [];
    for (const passage of passagesOf(claim)) {
      const steps = passageVerdictSteps(passage, paragraphs, left > 0);
      let step = steps.next();
      while (step.done !== true) {
        left -= step.value;
        // Others are answered in between.
        await setImmediate();
        step = steps.next();
      }
      passages.push({ passage, ...step.value });
    }
    verified.push({ id: claim.id, passages });
  }
  return verified;
}

/** Verifications that are remembered; they hold positions and digests, no text. */
const REMEMBERED = 64;

/** Holds the passages of claims against texts, and remembers what came of it: the same question is worked out once. */
export class Verifier {
  readonly #known = new Map<string, Promise<readonly VerifiedClaim[]>>();

  /** @param revision State of the ledger that the claims are from. */
  verify(
    revision: string,
    source: string,
    claims: readonly Claim[],
    held: HeldText,
  ): Promise<readonly VerifiedClaim[]> {
    const key = `${revision} ${source} ${held.digest}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const verification = verify(claims, held);
    this.#known.set(key, verification);
    // What failed once may succeed the next time: only answers are remembered.
    verification.catch(() => {
      if (this.#known.get(key) === verification) this.#known.delete(key);
    });
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return verification;
  }
}
