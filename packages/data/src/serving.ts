/** What a server needs of the records once they are compiled: to load it takes nothing that reads, checks or edits them. */
export { type HeldText, heldText } from './document/held-text.ts';
export { type PassageVerdict, passageVerdictSteps } from './document/passage-verdict.ts';
export { curatedLedger } from './ledger/ledger-file.ts';
export {
  type ListedRelease,
  listedReleaseSchema,
  readReleaseIndex,
  RELEASE_INDEX,
  type ReleaseFile,
  releaseFileSchema,
  type ReleaseIndex,
  releasesFolder,
} from './releases/release-index.ts';
export { RELEASED_LEDGER } from './releases/released-ledger.ts';
