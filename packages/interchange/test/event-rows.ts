import { assess, type Claim, claimBodySchema, summarise } from '@counterclaim/domain';
import { dossierOfFixture, readCases } from '../../domain/test/acceptance.ts';
import type { EventRow } from '../src/index.ts';

const dossiers = readCases().map(({ fixture }) => dossierOfFixture(fixture));

/** Real attacks, as lists show them; one is given a point, the others have none. */
export const eventRows: readonly EventRow[] = dossiers.map((dossier, index) => ({
  ...summarise(dossier, assess(dossier)),
  dataset: 'curated',
  ...(index === 0 ? { point: { longitude: 69.17, latitude: 34.53, radiusKm: 3.5, precision: 'neighbourhood' } } : {}),
}));

/** Their claims, but for those that the shorthand of the fixtures leaves incomplete. */
export const claims: readonly Claim[] = dossiers
  .flatMap((dossier) => dossier.claims)
  .filter(({ body }) => claimBodySchema.safeParse(body).success);
