import { LAST_TILE_ZOOM } from '@counterclaim/columns';
import { z } from 'zod';

const whole = (what: string, text: RegExp) =>
  z.string().regex(text, { error: ({ input }) => `${JSON.stringify(input)} is no ${what}` });

/** A tile as `z/x/y.mvt`: the zoom, then the tile counted from the west and from the north. */
export const tileParameters = z.strictObject({
  z: whole(`zoom: write a whole number from 0 to ${LAST_TILE_ZOOM}`, /^(?:\d|1[0-4])$/).meta({
    description: `Zoom, from 0 to ${LAST_TILE_ZOOM}; there are \`2^z\` tiles each way.`,
    examples: ['4'],
  }),
  x: whole('number of a tile: write how many lie to its west', /^\d{1,5}$/).meta({
    description: 'Tiles to its west.',
    examples: ['11'],
  }),
  tile: whole('number of a tile: write how many lie to its north, and .mvt', /^\d{1,5}\.mvt$/).meta({
    description: 'Tiles to its north, and the suffix `.mvt`.',
    examples: ['6.mvt'],
  }),
});

/** The address of a tile, as numbers. */
export const tileAddressOf = ({ z: zoom, x, tile }: z.output<typeof tileParameters>) => ({
  z: Number(zoom),
  x: Number(x),
  y: Number.parseInt(tile, 10),
});
