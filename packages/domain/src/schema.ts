/**
 * Builds a zod schema inside a function, so that a bundler can drop it.
 *
 * A schema is a tree of calls, and a bundler keeps every call it cannot prove harmless. Marked
 * `/* @__PURE__ *\/` and wrapped in a function, the whole tree goes when nobody uses the schema:
 * importing `assess` then brings no zod along.
 */
export const define = <Schema>(build: () => Schema): Schema => build();
