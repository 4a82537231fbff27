import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { maplibre } from './maplibre.ts';
import { markdown } from './markdown.ts';
import { provideApi, remoteApi } from './src/lib/server/api.ts';
import { provideRasterizer } from './src/lib/server/raster/provided.ts';
import { openRasterizer } from './src/lib/server/raster/rasterizer.ts';

/** Where the API listens while the dashboard is developed; `pnpm dev` starts it there. */
const apiUrl = process.env['API_URL'] ?? 'http://127.0.0.1:3001';

const developmentApi: Plugin = {
  name: 'development-api',
  apply: 'serve',
  configureServer() {
    provideApi(remoteApi(apiUrl));
    provideRasterizer(openRasterizer());
  },
};

/** Tests that put something else in the place of a module: it must not be loaded before. */
const withMocks = ['src/lib/components/event/page.test.ts'];

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      csp: {
        // Hashes, not nonces: a nonce would change every page's ETag.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'img-src': ['self', 'data:'],
          'object-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Kit's route announcer and server-rendered `style=` attributes.
          'style-src-attr': ['unsafe-inline'],
        },
      },
    }),
    maplibre(),
    markdown(),
    developmentApi,
  ],
  // Its worker is found by its address, which a bundle made for development would lose.
  optimizeDeps: { exclude: ['maplibre-gl'] },
  // `/api` itself is a page.
  server: { proxy: { '^/api/[^?]': apiUrl } },
  test: {
    projects: [
      // No test changes what a module holds: the same modules for many small files, instead of anew for each.
      {
        extends: true,
        test: { name: 'pure', include: ['*.test.ts', 'src/**/*.test.ts'], exclude: withMocks, isolate: false },
      },
      { extends: true, test: { name: 'with mocks', include: withMocks } },
    ],
  },
});
