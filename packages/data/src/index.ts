export { check, problemsOf } from './check/check.ts';
export { draftLedger } from './check/draft.ts';
export { evidenceYaml } from './document/evidence-yaml.ts';
export {
  findWords,
  type FoundPlace,
  type FoundWords,
  type NearestPlace,
  type SoughtWords,
} from './document/find-words.ts';
export { passageVerdict } from './document/passage-verdict.ts';
export { anotherText, type Verification, verify } from './document/verify.ts';
export { type LaidOutFile, layOutRecords } from './layout/layout-of-records.ts';
export type { CheckedRecords } from './ledger/checked-records.ts';
export { compile, CURATED, ledgerDigest } from './ledger/compile.ts';
export { readLedger, writeLedger } from './ledger/ledger-file.ts';
export { nearestWords } from './problem/nearest.ts';
export { compareProblems, formatProblem, type Problem } from './problem/problem.ts';
export { load, UNFINISHED } from './reading/load.ts';
export { recordsFolder } from './reading/records-folder.ts';
export { Records } from './reading/records.ts';
export { latestRelease, releaseIndexSchema } from './releases/release-index.ts';
export { compareVersions, nextVersion, type ReleaseVersion, releaseVersionSchema } from './releases/release-version.ts';
export { ledgerText, readReleasedLedger } from './releases/released-ledger.ts';
export { publishedRelease, type PublishedRelease } from './releases/since-release.ts';
export type { ChangedFile } from './revision/edited-records.ts';
export { correct, type WantedCorrection, type WantedValue } from './revision/correct.ts';
export { rename, type WantedRename } from './revision/rename.ts';
export { retract, type WantedRetraction } from './revision/retract.ts';
export type { Ground, NoRevision, Revised, Revision } from './revision/revision.ts';
export { RULES } from './rules/index.ts';
export type { Rule } from './rules/rule.ts';
export { type Alias, newActor, type NewActor } from './scaffold/new-actor.ts';
export { newEvent, type NewEvent } from './scaffold/new-event.ts';
export { newPlace, type NewPlace } from './scaffold/new-place.ts';
export { newSource, type NewSource } from './scaffold/new-source.ts';
export type { Refusal, Scaffold, Scaffolded } from './scaffold/scaffold.ts';
export * from './schema/assertions-file.ts';
export * from './schema/exceptions-file.ts';
export * from './schema/record.ts';
export * from './schema/redirects-file.ts';
export * from './schema/register.ts';
export { schemasFrom } from './schema/schemas-folder.ts';
export * from './serving.ts';
export { sha256 } from './sha256.ts';
