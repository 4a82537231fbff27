import type { Path } from '../reading/yaml-file.ts';

/** Every path of a value. */
export function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A copy of a value with another in the place of one of its parts, or without that part where the other is `undefined`. */
export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const part = replaced(copy[key], rest, by);
  if (part === undefined && !Array.isArray(copy)) Reflect.deleteProperty(copy, key);
  else copy[key] = part;
  return copy;
}
