import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('.', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, table = ''] = readme.split('| room ');
/** In the order of the README. */
const rooms = [...table.matchAll(/^\| `([a-z]+)` /gm)].map(([, room = '']) => room);

/** The folder of a file, or the file itself where it stands beside the rooms. */
const roomOf = (path: string): string => path.split('/')[0] ?? '';

/** `room/file.ts imports room/file.ts`, for every import from another room. */
const arrows = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => rooms.includes(roomOf(file)) && file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(`${src}/${file}`, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
      ([, to = '']) => ({ file, to: posix.join(posix.dirname(file), to) }),
    ),
  )
  .filter(({ file, to }) => roomOf(file) !== roomOf(to));

describe('the rooms of the README', () => {
  it('are the folders of the sources', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...rooms, 'testing'].sort());
  });

  it('import only from those above them', () => {
    expect(arrows.length).toBeGreaterThan(rooms.length);
    const upward = ({ file, to }: (typeof arrows)[number]): boolean =>
      to === 'sha256.ts' || rooms.slice(0, rooms.indexOf(roomOf(file))).includes(roomOf(to));
    expect(arrows.filter((arrow) => !upward(arrow))).toEqual([]);
  });
});
