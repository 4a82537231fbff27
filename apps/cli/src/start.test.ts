import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('says what to do in a checkout that was not built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  try {
    cpSync(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/counterclaim.js')], { encoding: 'utf8' });
    expect(stderr).toBe(
      'counterclaim is not built: run npx --yes pnpm@12.21.0 run build, then npx --yes pnpm@12.21.0 counterclaim\n',
    );
    expect(status).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
