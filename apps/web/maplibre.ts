import { readFileSync, realpathSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const WORKER = 'virtual:maplibre-worker';
const RESOLVED = `\0${WORKER}`;

/**
 * Bundles MapLibre from its sources, so that the map and its worker share one chunk: each of the two files that the package brings has all of
 * it, a third more altogether. While the dashboard is developed they are taken as they come.
 */
export function maplibre(): Plugin[] {
  const manifest = findPackageJSON('maplibre-gl', import.meta.url);
  if (manifest === undefined) throw new Error('maplibre-gl is not installed.');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  // Its own packages are found from where it really lies.
  const sources = join(realpathSync(dirname(manifest)), 'src');
  const main = join(sources, 'index.ts');
  const license = `/*! MapLibre GL JS ${version}, 3-Clause BSD: https://github.com/maplibre/maplibre-gl-js/blob/v${version}/LICENSE.txt */\n`;
  return [
    {
      name: 'maplibre-sources',
      apply: 'build',
      enforce: 'pre',
      resolveId(id) {
        if (id === 'maplibre-gl') return main;
        return id === WORKER ? RESOLVED : undefined;
      },
      load(id) {
        if (id !== RESOLVED) return undefined;
        // The server has no worker, and never asks for its address.
        if (this.environment.config.consumer === 'server') return `export default ''`;
        const chunk = this.emitFile({
          type: 'chunk',
          id: join(sources, 'source', 'worker.ts'),
          name: 'maplibre-worker',
          preserveSignature: 'allow-extension',
        });
        return `export default import.meta.ROLLUP_FILE_URL_${chunk}`;
      },
      async transform(code, id) {
        if (!id.startsWith(sources) || !id.endsWith('.ts')) return undefined;
        // Its classes declare fields that their superclasses have set: declaring is not setting.
        const script = await transformWithOxc(code, id, {
          typescript: { removeClassFieldsWithoutInitializer: true },
          assumptions: { setPublicClassFields: true },
        });
        return { code: script.code, map: script.map ?? null };
      },
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk' || !output.moduleIds.some((id) => id.startsWith(sources))) continue;
          output.code = license + output.code;
        }
      },
    },
    {
      name: 'maplibre-as-it-comes',
      apply: 'serve',
      resolveId: (id) => (id === WORKER ? RESOLVED : undefined),
      load: (id) =>
        id === RESOLVED ? `export { default } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'` : undefined,
    },
  ];
}
