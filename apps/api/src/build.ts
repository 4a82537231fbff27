import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Packages whose code decides what an answer says. */
const PACKAGES = ['@counterclaim/domain', '@counterclaim/store', '@counterclaim/interchange'] as const;

/**
 * Names the software that runs, by a digest of its code: two servers with the same name answer the same from the same
 * ledger. A version alone would not do, because caches would keep what an unreleased change has made wrong.
 */
export function buildName(): string {
  const folders = [
    fileURLToPath(new URL('.', import.meta.url)),
    ...PACKAGES.map((name) => dirname(fileURLToPath(import.meta.resolve(name)))),
  ];
  const digest = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.d|\.test)\.(?:js|ts)$/.test(file))
      .sort();
    for (const file of files)
      digest
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0');
  }
  return digest.digest('hex').slice(0, 12);
}
