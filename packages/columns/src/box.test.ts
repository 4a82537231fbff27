import { expect, test } from 'vitest';
import { placesMeeting } from './box.ts';
import type { PlaceColumns } from './columns.ts';
import type { BoundingBox } from './filter.ts';
import { DictionaryBuilder } from './dictionary.ts';

const place = (longitude: number, latitude: number, radius: number): PlaceColumns => {
  const dictionary = new DictionaryBuilder(true);
  dictionary.add(1, 'a', 'A');
  return {
    ...dictionary.finish(),
    longitude: Float64Array.of(longitude),
    latitude: Float64Array.of(latitude),
    radius: Float64Array.of(radius),
  };
};

test.each<[string, boolean, [number, number, number], BoundingBox]>([
  ['a point inside', true, [69.17, 34.53, 0], [69, 34, 70, 35]],
  ['a point on the edge', true, [69, 34.53, 0], [69, 34, 70, 35]],
  ['a point outside', false, [68.99, 34.53, 0], [69, 34, 70, 35]],
  ['a circle that reaches the west edge', true, [68.9, 34.53, 10], [69, 34, 70, 35]],
  ['a circle that does not', false, [68.9, 34.53, 9], [69, 34, 70, 35]],
  ['a circle beside a corner', false, [68.93, 33.93, 10], [69, 34, 70, 35]],
  ['a circle beyond the 180th meridian', true, [179.6, -17.3, 120], [-179.9, -20, -179, -15]],
  ['a box across the 180th meridian', true, [-179.5, -17.3, 0], [178, -20, -178, -15]],
  ['a circle around the pole', true, [20, 89.2, 160], [-160, 89, -150, 90]],
  ['a place without a point', false, [NaN, NaN, 0], [-180, -90, 180, 90]],
])('%s: %s', (_what, meets, [longitude, latitude, radius], box) => {
  expect([...placesMeeting(place(longitude, latitude, radius), box)]).toEqual([meets ? 1 : 0]);
});
