import type { PlaceKind, PlacePrecision } from '@counterclaim/domain';

interface Precision {
  readonly precision: PlacePrecision;
  readonly kind: PlaceKind;
  /** How the place is drawn: the dataset gives no radius. */
  readonly radiusKm: number;
  /** Whether the coordinates stand for an area in which the event happened somewhere. */
  readonly somewhere: boolean;
}

/**
 * The codes of geo_precision, by the ACLED codebook (“Spatial precision codes”). The closest is a town by its middle, so that nothing
 * is exact.
 */
export const PRECISIONS: Readonly<Record<string, Precision>> = {
  '1': { precision: 'settlement', kind: 'settlement', radiusKm: 4, somewhere: false },
  '2': { precision: 'near', kind: 'area', radiusKm: 25, somewhere: true },
  '3': { precision: 'adm1', kind: 'area', radiusKm: 80, somewhere: true },
};
