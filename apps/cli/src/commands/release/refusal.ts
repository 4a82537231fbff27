/** Why no release is made, and what to do: one line for whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const ALLOW = 'allow writing there, or name another folder with --to';
const FREE = 'free some space there, or name another folder with --to';
const NAME = 'name a folder with --to';

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: ALLOW,
  EPERM: ALLOW,
  EROFS: ALLOW,
  ENOSPC: FREE,
  EDQUOT: FREE,
  ENOTDIR: NAME,
  EEXIST: NAME,
};

/**
 * Does what writes to a folder of releases.
 *
 * @param what What has come of it when it fails.
 * @throws Refusal, in one line, when the file system does not let it.
 */
export function writing(folder: string, what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refusal(`${folder} cannot be written (${code}): ${REMEDIES[code] ?? 'see to the disk'}; ${what}`, {
      cause: error,
    });
  }
}
