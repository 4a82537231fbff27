import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Who may import whom (ARCHITECTURE.md). A room that is not named for another one is closed to it. */
const rooms = {
  'packages/domain': [],
  'packages/data': ['domain'],
  'packages/store': ['domain'],
  'packages/columns': ['domain'],
  'packages/interchange': ['domain'],
  'apps/api': ['domain', 'data', 'store', 'interchange', 'columns'],
  'apps/web': ['api', 'domain', 'columns'],
  'apps/cli': ['api', 'domain', 'data', 'store', 'interchange', 'columns'],
};

const code = ['**/*.{ts,js,svelte}'];
const tests = ['**/*.test.ts', '**/*.e2e.ts', '**/test/**', '**/bench/**', '**/e2e/**', '**/*.config.ts'];

/** For `import … from`, `export … from` and `import()` alike: the core rule does not look at the last one. */
function forbidImports(patterns, syntax = []) {
  return {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': [
      'error',
      ...patterns.map(({ regex, message }) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
        message,
      })),
      ...syntax,
    ],
  };
}

function closedTo(room, open) {
  const others = open.length > 0 ? `(?!(?:${open.join('|')})(?:/|$))` : '';
  return [
    {
      regex: `^@counterclaim/${others}`,
      message: `${room} may import only: ${open.join(', ') || 'zod'}. If that does not serve, move the boundary with an ADR.`,
    },
    {
      regex: '^@counterclaim/[^/]+/(?:src|dist)(?:/|$)',
      message: 'Import another package by its public name, not from its folders.',
    },
    {
      regex: '^\\.\\.?/(?:.*/)?(?:packages|domain|data|store|columns|interchange|api|web|cli)/(?:src|dist)(?:/|$)',
      message: 'Import another package by its public name, not by a path into it.',
    },
  ];
}

const domainOnly = {
  regex: '^(?!\\.\\.?/|zod$)',
  message: 'domain is pure: it imports zod and its own files, nothing else.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/build/', '**/.svelte-kit/', '**/node_modules/', '**/.turbo/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
      globals: { ...globals.node },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: { ...globals.browser } },
    // Kit resolves no base path here: the dashboard is served from the root, and links are plain.
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },

  Object.entries(rooms).map(([room, open]) => ({
    files: code.map((pattern) => `${room}/${pattern}`),
    rules: forbidImports(closedTo(room, open)),
  })),

  // domain: no clock, no I/O, no environment, no chance.
  {
    files: ['packages/domain/src/**/*.ts'],
    ignores: tests,
    rules: {
      ...forbidImports(
        [...closedTo('packages/domain', []), domainOnly],
        [
          {
            selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
            message: 'domain has no clock: take the instant as an argument.',
          },
        ],
      ),
      'no-restricted-globals': [
        'error',
        ...['process', 'performance', 'fetch', 'setTimeout', 'setInterval', 'queueMicrotask', 'console'].map(
          (name) => ({
            name,
            message: 'domain is pure: take what you need as an argument.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'domain has no clock: take the instant as an argument.' },
        { object: 'Math', property: 'random', message: 'domain is deterministic.' },
        { object: 'globalThis', property: 'process', message: 'domain is pure: take what you need as an argument.' },
      ],
    },
  },
);
