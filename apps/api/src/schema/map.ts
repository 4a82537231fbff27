import { z } from 'zod';
import { component } from './component.ts';

const count = z.int().min(0);

const point = {
  longitude: z.number().min(-180).max(180).meta({ description: 'Degrees, WGS 84.' }),
  latitude: z.number().min(-90).max(90).meta({ description: 'Degrees, WGS 84.' }),
  count: count.meta({ description: 'Events.' }),
  contested: count.meta({ description: 'Of these, how many are contested in who did it.' }),
};

export const mapOverview = component(
  'MapOverview',
  'Where the events that match lie, as one drawing shows it: counted by cell of a grid, or by place where a place is known less precisely than a cell is wide.',
  z.strictObject({
    located: count.meta({ description: 'Events of whose place a point with a radius is known.' }),
    unlocated: count.meta({ description: 'The others: no map can show them.' }),
    bounds: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .readonly()
      .nullable()
      .meta({ description: 'West, south, east and north in degrees.' }),
    cells: z
      .array(z.strictObject(point))
      .readonly()
      .meta({ description: 'At the middle of where the events of a cell are.' }),
    areas: z
      .array(
        z.strictObject({
          ...point,
          place: z.string().meta({ description: 'The id of the place.' }),
          label: z.string().meta({ description: 'Its name.' }),
          radiusKm: z.number().min(0).meta({ description: 'Kilometres within which it lies around the point.' }),
        }),
      )
      .readonly()
      .meta({ description: 'Areas are drawn as such, never as a point in their middle.' }),
  }),
);
