import {
  assess,
  type Assessment,
  assessmentHistory,
  type AssessmentPiece,
  type Dossier,
  type Instant,
} from '@counterclaim/domain';

/** A stretch of time in which both the assessment and the claims known stay the same. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly assessment: Assessment;
  readonly latest: boolean;
}

/**
 * The pieces of an event's assessment, that of everything last. Where every claim is dated, the last piece of the
 * history says the same as everything does, and stands for both.
 */
export function piecesOf(dossier: Dossier, knownInstants: readonly Instant[]): AssessmentPiece[] {
  const history = assessmentHistory(dossier);
  if (knownInstants.every(Number.isFinite)) return history;
  return [...history, { knownFrom: Infinity, knownUntil: Infinity, assessment: assess(dossier) }];
}

/** Cuts the pieces wherever another claim becomes known, which counts even where it changes no answer. */
export function stretchesOf(pieces: readonly AssessmentPiece[], knownInstants: readonly Instant[]): Stretch[] {
  const cuts = [...new Set(knownInstants)].filter(Number.isFinite).sort((a, b) => a - b);
  return pieces.flatMap(({ knownFrom, knownUntil, assessment }, index) => {
    const starts = [knownFrom, ...cuts.filter((cut) => cut > knownFrom && cut < knownUntil)];
    return starts.map((from, at) => ({
      from,
      until: starts[at + 1] ?? knownUntil,
      assessment,
      latest: index === pieces.length - 1 && at === starts.length - 1,
    }));
  });
}
