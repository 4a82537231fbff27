#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const main = new URL('../dist/main.js', import.meta.url);
const instead = 'npx --yes pnpm@12.21.0 counterclaim';
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(`counterclaim needs Node 24 or later, this is ${process.versions.node}: run ${instead}`);
  process.exitCode = 2;
} else if (!existsSync(main)) {
  console.error(`counterclaim is not built: run npx --yes pnpm@12.21.0 run build, then ${instead}`);
  process.exitCode = 2;
} else {
  await import(main.href);
}
