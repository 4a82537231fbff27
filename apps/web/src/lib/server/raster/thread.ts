/** The thread that turns drawings into PNG: tens of milliseconds of work each, which the event loop has no room for. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { RasterAnswer, RasterJob } from './message.ts';

const fileOf = (specifier: string): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(fileURLToPath(import.meta.resolve(specifier)));

/** The static weights of the site's type: the renderer has no use for the variable font that pages load. */
const FONTS = ['latin', 'latin-ext'].flatMap((subset) =>
  ['400', '600'].map((weight) => `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff2`),
);

const ready = (async () => {
  const [wasm, ...fonts] = await Promise.all(['@resvg/resvg-wasm/index_bg.wasm', ...FONTS].map(fileOf));
  if (wasm === undefined) throw new Error('@resvg/resvg-wasm has no program: install the dependencies again.');
  await initWasm(wasm);
  return fonts;
})();

async function rasterize({ id, svg, scale }: RasterJob): Promise<RasterAnswer> {
  try {
    const fontBuffers = await ready;
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        loadSystemFonts: false,
        fontBuffers,
        defaultFontFamily: 'Source Sans 3',
        sansSerifFamily: 'Source Sans 3',
      },
    });
    const picture = drawing.render();
    const png = new Uint8Array(picture.asPng());
    picture.free();
    drawing.free();
    return { id, png };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: RasterJob) => {
  void rasterize(job).then((answer) => parentPort?.postMessage(answer));
});
