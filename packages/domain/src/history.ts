import { type Assessment, assessUtterances, type Grounds, groundsAt } from './assess.ts';
import type { Dossier } from './ledger.ts';
import { isSame } from './same.ts';
import { type Utterances, utterancesOf } from './statement.ts';
import type { Instant } from './time.ts';

/** A stretch of time during which an event's assessment stays the same. */
export interface AssessmentPiece {
  /** First instant at which it holds; `-Infinity` before anything was known. */
  readonly knownFrom: Instant;
  /** First instant at which it no longer holds; `Infinity` when nothing dated changes it again. */
  readonly knownUntil: Instant;
  /** `asOf` is `knownFrom` in ISO 8601; `null` in the first piece. */
  readonly assessment: Assessment;
}

/** Instants at which what is known, or what may already have been said, changes. */
function boundaries({ all, eventStart }: Utterances): Instant[] {
  const instants = new Set<Instant>();
  for (const { known, said } of all) {
    instants.add(known);
    instants.add(said?.start ?? eventStart);
  }
  return [...instants].filter(Number.isFinite).sort((a, b) => a - b);
}

/**
 * An event's assessment over time, oldest first. At every finite instant t exactly one piece holds, and
 * it equals `assess(dossier, { asOf: t })` but for its `asOf`. Claims without any date are in none of the
 * pieces: only `assess` without an as-of uses them.
 */
export function assessmentHistory(dossier: Dossier): AssessmentPiece[] {
  const utterances = utterancesOf(dossier);
  const pieces: AssessmentPiece[] = [];
  let last: Grounds | undefined;
  for (const instant of [-Infinity, ...boundaries(utterances)]) {
    const grounds = groundsAt(utterances, instant);
    if (last !== undefined && restsOnTheSame(grounds, last)) continue;
    last = grounds;
    const assessment = assessUtterances(dossier, utterances, instant, grounds);
    const before = pieces.pop();
    if (before !== undefined) {
      if (isSame({ ...assessment, asOf: null }, { ...before.assessment, asOf: null })) {
        pieces.push(before);
        continue;
      }
      pieces.push({ ...before, knownUntil: instant });
    }
    pieces.push({ knownFrom: instant, knownUntil: Infinity, assessment });
  }
  return pieces;
}

/** What is known only grows: as much as before is the same as before. */
const restsOnTheSame = (grounds: Grounds, before: Grounds): boolean =>
  grounds.seen.length === before.seen.length && isSame(grounds.pending, before.pending);
