import type { Passage } from '@counterclaim/domain';

/** The evidence of a claim as YAML, to be pasted into its record. */
export function evidenceYaml(passages: readonly Passage[]): string {
  const lines = passages.map(
    ({ paragraph, start, end, sha256 }) =>
      `    - paragraph: ${paragraph}\n      start: ${start}\n      end: ${end}\n      sha256: ${sha256}\n`,
  );
  return `evidence:\n  passages:\n${lines.join('')}`;
}
