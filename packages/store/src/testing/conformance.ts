import { assess, assessmentHistory, dossierOf, formatInstant, indexLedger, summarise } from '@counterclaim/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { acceptanceRecords, CASES, itemsOf } from './ledger.ts';

/** What every store must do, whatever engine stands behind it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('with the attacks of the acceptance fixtures', () => {
      const records = acceptanceRecords(...CASES);
      const index = indexLedger(records as Parameters<typeof indexLedger>[0]);
      beforeEach(async () => {
        await store.replaceDataset('curated', 'a'.repeat(64), itemsOf(records));
      });

      it('answers each event with its dossier, assessment and summary', async () => {
        for (const { id } of records.events) {
          const dossier = dossierOf(index, id);
          if (dossier === undefined) throw new Error(id);
          const assessment = assess(dossier);
          const plain = JSON.parse(
            JSON.stringify({ dataset: 'curated', dossier, assessment, summary: summarise(dossier, assessment) }),
          ) as unknown;
          expect(await store.event(id)).toEqual(plain);
        }
      });

      it('answers the history of each event', async () => {
        for (const { id } of records.events) {
          const dossier = dossierOf(index, id);
          if (dossier === undefined) throw new Error(id);
          const pieces = assessmentHistory(dossier).map(({ knownFrom, knownUntil, assessment }) => ({
            knownFrom: formatInstant(knownFrom),
            knownUntil: formatInstant(knownUntil),
            assessment,
          }));
          expect(await store.history(id)).toEqual(JSON.parse(JSON.stringify(pieces)));
        }
      });

      it('lists events, the newest first', async () => {
        const { items, next } = await store.events({}, '-date', { limit: 50 });
        expect(items.map(({ id }) => id)).toEqual([
          '2021-08-29-kabul-drone-strike',
          '2021-07-20-kabul-palace-rockets',
          '2020-11-21-kabul-rockets',
          '2020-11-21-kabul-arzan-qimat-bomb',
        ]);
        expect(next).toBeUndefined();
      });

      it('answers sources, claims, actors, places and its state', async () => {
        for (const { id } of records.sources) expect((await store.source(id))?.source.id).toBe(id);
        for (const { id } of records.claims) expect((await store.claim(id))?.claim.id).toBe(id);
        for (const { id } of records.actors) expect((await store.actor(id))?.actor.id).toBe(id);
        for (const { id } of records.places) expect((await store.place(id))?.place.id).toBe(id);
        const { datasets } = await store.state();
        expect(datasets).toMatchObject([{ id: 'curated', claims: records.claims.length }]);
      });
    });
  });
}
