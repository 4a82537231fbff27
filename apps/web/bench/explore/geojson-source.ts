import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { findPackageJSON } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';

const PAGE = `<!doctype html><link rel="stylesheet" href="/maplibre-gl.css"><div id="map" style="width:848px;height:560px"></div>
<script type="module">
  import * as maplibre from '/maplibre-gl.mjs';
  maplibre.setWorkerUrl('/maplibre-gl-worker.mjs');
  const count = Number(new URLSearchParams(location.search).get('events'));
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const features = Array.from({ length: count }, () => ({
    type: 'Feature',
    properties: { status: Math.floor(random() * 6) },
    geometry: { type: 'Point', coordinates: [random() * 340 - 170, random() * 120 - 55] },
  }));
  const map = new maplibre.Map({
    container: 'map', fadeDuration: 0, attributionControl: false,
    style: {
      version: 8, transition: { duration: 0 },
      sources: { events: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
      layers: [{ id: 'events', type: 'circle', source: 'events', paint: { 'circle-radius': 3, 'circle-color': '#0b5d7a' } }],
    },
    center: [0, 20], zoom: 1,
  });
  window.first = new Promise((resolve) => map.once('idle', () => resolve(performance.now())));
  window.filter = (status) => new Promise((resolve) => {
    const began = performance.now();
    map.once('idle', () => resolve(performance.now() - began));
    map.setFilter('events', ['==', ['get', 'status'], status]);
  });
</script>`;

interface GeoJsonPage {
  readonly first: Promise<number>;
  readonly filter: (status: number) => Promise<number>;
}

/** Milliseconds from a filter to rest of as many events as a GeoJSON source of MapLibre: what the tiles are held against. */
export async function geojsonSource(browser: Browser, events: number): Promise<number[]> {
  const manifest = findPackageJSON('maplibre-gl', import.meta.url);
  if (manifest === undefined) throw new Error('maplibre-gl is not installed.');
  const files = new Map<string, readonly [string, string]>([
    ['/', [PAGE, 'text/html']],
    ...['maplibre-gl.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'].map(
      (name): [string, readonly [string, string]] => [
        `/${name}`,
        [
          readFileSync(join(dirname(manifest), 'dist', name), 'utf8'),
          name.endsWith('.css') ? 'text/css' : 'text/javascript',
        ],
      ],
    ),
  ]);
  const server = createServer((request, response) => {
    const [body, type] = files.get(new URL(request.url ?? '/', 'http://localhost').pathname) ?? ['', 'text/plain'];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?events=${events}`);
    await page.evaluate(() => (window as unknown as GeoJsonPage).first);
    const times: number[] = [];
    for (let at = 0; at < 24; at += 1) {
      times.push(await page.evaluate((status) => (window as unknown as GeoJsonPage).filter(status), at % 6));
    }
    await page.close();
    return times;
  } finally {
    server.close();
  }
}
