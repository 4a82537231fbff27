import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs the package manager that runs this test, or the pinned one. */
function pnpm(arguments_: readonly string[], cwd: string): void {
  const running = process.env['npm_execpath'];
  const [command, first] =
    running !== undefined && /pnpm[^/]*\.[cm]?js$/.test(running)
      ? [process.execPath, [running]]
      : ['npx', ['--yes', 'pnpm@12.21.0']];
  execFileSync(command, [...first, ...arguments_], { cwd, stdio: 'pipe' });
}

/**
 * Packs a package of this repository as it would be published, and installs the archive with its
 * dependencies into a folder of its own.
 */
export function installPackage(root: string, folder: string): void {
  pnpm(['pack', '--pack-destination', folder], root);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`pnpm pack left no archive in ${folder}`);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  // npm, as a stranger would: it knows nothing of this workspace.
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `./${archive}`], {
    cwd: folder,
    stdio: 'pipe',
  });
}

/** The first JavaScript block of a Markdown text. */
export function exampleOf(markdown: string): string {
  const code = /```js\n(?<code>[\s\S]*?)```/.exec(markdown)?.groups?.['code'];
  if (code === undefined) throw new Error('no JavaScript example found');
  return code;
}
