export { check, type CheckedRecords, problemsOf } from './check.ts';
export { compile, CURATED, ledgerDigest } from './compile.ts';
export { recordsFolder } from './folder.ts';
export { curatedLedger, readLedger, writeLedger } from './ledger-file.ts';
export { load } from './load.ts';
export { evidenceYaml, findPassages, type FoundPassage, sha256, textDigestOf } from './passage.ts';
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
export { type Verification, verify } from './verify.ts';
