import { expect, test } from 'vitest';
import { readMapView, writeMapView, writeBox } from './map-view.ts';

test.each([
  ['5/34.5/69.2', { zoom: 5, latitude: 34.5, longitude: 69.2 }],
  ['0/0/0', { zoom: 0, latitude: 0, longitude: 0 }],
  ['12.25/-33.9173/151.2094', { zoom: 12.25, latitude: -33.9173, longitude: 151.2094 }],
])('%s is read, and written as it was', (text, view) => {
  expect(readMapView(text)).toEqual(view);
  expect(writeMapView(view)).toBe(text);
});

test.each([undefined, '', '5', '5/34.5', '5/34.5/69.2/1', 'a/b/c', '23/0/0', '5/86/0', '5/0/181', '-1/0/0', '5/NaN/0'])(
  '%s is no view',
  (text) => {
    expect(readMapView(text)).toBeUndefined();
  },
);

test('what is written has the digits that the zoom can tell, on the globe', () => {
  expect(writeMapView({ zoom: 2.004, latitude: 34.567891, longitude: 69.2 })).toBe('2/34.57/69.2');
  expect(writeMapView({ zoom: 9, latitude: 34.567891, longitude: 429.2 })).toBe('9/34.5679/69.2');
});

test('the box around a part of the map is that of the filter, and none where it shows about everything', () => {
  expect(writeBox(60.50001, 29.4, 74.9, 38.5)).toBe('60.5,29.4,74.9,38.5');
  expect(writeBox(170, -20, 190, 95)).toBe('170,-20,-170,90');
  expect(writeBox(-170, -60, 170, 80)).toBeUndefined();
});
