import { afterEach, expect, test } from 'vitest';
import { openRasterizer, type Rasterizer, RasterizerBusy } from './rasterizer.ts';

let rasterizer: Rasterizer | undefined;
afterEach(async () => {
  await rasterizer?.close();
  rasterizer = undefined;
});

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/>${content}</svg>`;

/** Width and height as a PNG's header has them. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return [view.getUint32(16), view.getUint32(20)];
};

test('a drawing becomes a PNG in the asked size, with its text drawn in both weights', async () => {
  rasterizer = openRasterizer();
  const text = (weight: number): string =>
    svg(`<text x="4" y="30" font-family="Source Sans 3" font-weight="${weight}">Killed 8–10</text>`);
  const [empty, regular, bold] = await Promise.all([
    rasterizer.png(svg(''), 2),
    rasterizer.png(text(400), 2),
    rasterizer.png(text(600), 2),
  ]);
  expect(sizeOf(regular)).toEqual([400, 80]);
  expect(regular.length).toBeGreaterThan(empty.length);
  expect(Buffer.from(bold).equals(Buffer.from(regular))).toBe(false);
});

test('what is no drawing is refused, and the next is made', async () => {
  rasterizer = openRasterizer();
  await expect(rasterizer.png('<svg', 1)).rejects.toThrow(/^The drawing cannot be made a PNG: /);
  expect(sizeOf(await rasterizer.png(svg(''), 1))).toEqual([200, 40]);
});

test('when too many wait, those who come are told so; the same picture is made once', async () => {
  const own = openRasterizer();
  rasterizer = own;
  const asked = Array.from({ length: 32 }, (_, n) => own.png(svg(`<text y="${n}">${n}</text>`), 1));
  await expect(own.png(svg('<text>one more</text>'), 1)).rejects.toThrow(RasterizerBusy);
  const again = own.png(svg('<text y="0">0</text>'), 1);
  expect(await again).toBe(await asked[0]);
  await Promise.all(asked);
});
