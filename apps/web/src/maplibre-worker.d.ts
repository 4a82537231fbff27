/** The address of MapLibre's worker (`maplibre.ts`). */
declare module 'virtual:maplibre-worker' {
  const address: string;
  export default address;
}
