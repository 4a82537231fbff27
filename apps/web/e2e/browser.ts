import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

interface Executable {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));

/** Where browsers are commonly installed, when there is no bundled one for the machine. */
const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Arguments of the bundled browser that are made for another place, that would switch off what the tests look at, or that
 * draw every page through a graphics card which is not there.
 */
const unwanted = new Set([
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
]);

/**
 * The browser to test with: CHROMIUM_PATH, else the one that comes with the packages (Linux on x86-64, nothing is downloaded),
 * else an installed Chrome or Chromium. The bundled one is unpacked on the first call.
 * @throws when there is none, naming the remedy
 */
export async function browserExecutable(): Promise<Executable> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return plain(chosen);
  if (process.platform === 'linux' && process.arch === 'x64') return bundled();
  const found = installed.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error('No browser found: install Chrome or Chromium, or set CHROMIUM_PATH to one.');
  return plain(found);
}

/**
 * Starts a browser of its own; close it when done.
 *
 * WebGL works, through software; pages are drawn without it, which takes half of the processor time.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, args, env } = await browserExecutable();
  return chromium.launch({ executablePath: path, args: [...args], env: { ...process.env, ...env } });
}

function plain(path: string): Executable {
  // Chromium refuses to run as root with its sandbox.
  return { path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env: {} };
}

async function bundled(): Promise<Executable> {
  const manifest = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (manifest === undefined) throw new Error('@sparticuz/chromium is not installed.');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  const { default: bundle } = await withUnpackFolder(cache, () => import('@sparticuz/chromium'));
  if (!existsSync(folder)) await unpack(folder, () => bundle.executablePath());
  const fonts = join(folder, 'fonts.conf');
  if (!existsSync(fonts)) await writeFile(fonts, fontConfiguration(folder));
  return {
    path: join(folder, 'chromium'),
    args: [...bundle.args.filter((arg) => !unwanted.has(arg) && !arg.startsWith('--headless')), '--disable-gpu'],
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fonts,
    },
  };
}

/** Unpacks beside the final place and moves it there whole, so that nobody ever starts a half-written file. */
async function unpack(folder: string, extract: () => Promise<unknown>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  await withUnpackFolder(draft, extract);
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was faster
  }
}

/** The configuration in the package looks for fonts in other places: without any, the browser draws no text at all, not even with web fonts. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>
`;

/**
 * The package unpacks into the system's temporary folder, brings its own libraries only where it believes itself in a known cloud, and
 * writes to the environment when imported. All three are confined to one call here: the libraries are not for our own processes.
 */
async function withUnpackFolder<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const names = ['AWS_LAMBDA_JS_RUNTIME', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'] as const;
  const before = names.map((name) => [name, process.env[name]] as const);
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  process.env['TMPDIR'] = folder;
  try {
    return await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
