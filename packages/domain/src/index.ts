export * from './actor.ts';
export * from './agreement.ts';
export * from './alignment.ts';
export * from './as-of.ts';
export * from './assess.ts';
export {
  ATTRIBUTION_LISTS,
  type AssessmentChange,
  type AttributionChange,
  type AttributionList,
  type AttributionListChange,
  type PositionChange,
  type PositionGist,
  type QuestionChange,
} from './assessment-change.ts';
export * from './attribution.ts';
export * from './breakdown.ts';
export * from './casualties.ts';
export * from './change.ts';
export * from './claim.ts';
export * from './comparison.ts';
export * from './correction.ts';
export * from './edtf.ts';
export * from './event.ts';
export * from './fold.ts';
export { followRedirects } from './follow.ts';
export * from './history.ts';
export * from './identifier.ts';
export * from './ledger.ts';
export { formatMonth } from './month.ts';
export * from './place.ts';
export { type Course, type DatedSpan, type HeldAnswer, type PastAnswer, type Position } from './position.ts';
export * from './quantity.ts';
export * from './question.ts';
export { type FieldChange, type RecordChange, type RecordKey } from './record-change.ts';
export * from './record-comparison.ts';
export * from './redirect.ts';
export { type RedirectChange, type RedirectComparison } from './redirect-change.ts';
export * from './remembering.ts';
export { type Json, type Replay, replayCorrections, sameValue, valueAt } from './replay.ts';
export * from './result.ts';
export * from './rule.ts';
export { type Shift } from './shift.ts';
export * from './silent-edit.ts';
export * from './source.ts';
export { EARTH_RADIUS_KM, longitudeReach } from './sphere.ts';
export { holdsPosition, type Owner, type Utterance, type Utterances, utterancesOf } from './statement.ts';
export * from './summary.ts';
export * from './text.ts';
export * from './time.ts';
export { clockAt, instantOf, isTimeZone } from './zone.ts';
