import { ensureActorId } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { accusingStance, responsibilityKey } from './accusation.ts';
import { detailOf, dossierOf, historyOf } from './dossier.fixture.ts';
import { eventHistory } from './history.ts';
import { readEvent } from './reading.ts';

test('a suspicion is never worded as an accusation', () => {
  const dossier = dossierOf('kabul-2021-07-20-two-documents');
  const reading = readEvent(detailOf(dossier));
  const islamicState = ensureActorId('islamic-state');
  expect(reading.assessment.attribution.accused[islamicState]).toEqual(['south-front']);
  expect(accusingStance(reading.questions.get(responsibilityKey(islamicState)), 'south-front')).toBe('suspects');
  const changes = eventHistory(reading, historyOf(dossier)).rows.flatMap((row) => row.changes);
  expect(changes.filter((change) => change.startsWith('South Front'))).toEqual(['South Front suspects Islamic State']);
});
