export { check, type CheckedRecords, problemsOf } from './check.ts';
export { compile, CURATED, ledgerDigest } from './compile.ts';
export { draftLedger } from './draft.ts';
export { recordsFolder } from './folder.ts';
export { curatedLedger, readLedger, writeLedger } from './ledger-file.ts';
export { type LaidOutFile, layOutRecords } from './layout-of-records.ts';
export { load } from './load.ts';
export { evidenceYaml } from './evidence-yaml.ts';
export { findWords, type FoundPlace, type FoundWords, type NearestPlace, type SoughtWords } from './find-words.ts';
export { type HeldText, heldText, sha256 } from './held-text.ts';
export { nearestWords } from './nearest.ts';
export { passageVerdict, passageVerdictSteps, type PassageVerdict } from './passage-verdict.ts';
export { compareProblems, formatProblem, type Problem } from './problem.ts';
export * from './assertions-file.ts';
export * from './exceptions-file.ts';
export * from './record.ts';
export * from './redirects-file.ts';
export * from './register.ts';
export { Records } from './records.ts';
export { compareVersions, nextVersion, type ReleaseVersion, releaseVersionSchema } from './release-version.ts';
export { ledgerText, readReleasedLedger, RELEASED_LEDGER } from './released-ledger.ts';
export {
  latestRelease,
  type ListedRelease,
  listedReleaseSchema,
  readReleaseIndex,
  RELEASE_INDEX,
  type ReleaseFile,
  releaseFileSchema,
  type ReleaseIndex,
  releaseIndexSchema,
  releasesFolder,
} from './releases.ts';
export { RULES } from './rules/index.ts';
export type { Rule } from './rules/rule.ts';
export { type Alias, newActor, type NewActor } from './scaffold/new-actor.ts';
export { newEvent, type NewEvent } from './scaffold/new-event.ts';
export { newPlace, type NewPlace } from './scaffold/new-place.ts';
export { newSource, type NewSource } from './scaffold/new-source.ts';
export type { Refusal, Scaffold, Scaffolded } from './scaffold/scaffold.ts';
export { schemasFrom } from './schemas-folder.ts';
export { publishedRelease, type PublishedRelease } from './since-release.ts';
export { anotherText, type Verification, verify } from './verify.ts';
