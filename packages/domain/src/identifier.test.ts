import { describe, expect, it } from 'vitest';
import { readCorpus } from '../test/corpus.ts';
import {
  claimIdOf,
  ensureActorId,
  ensureSourceId,
  eventIdSchema,
  isActorId,
  isClaimId,
  MAXIMUM_ID_LENGTH,
  parseClaimId,
  parseEventId,
  sourceIdOf,
} from './identifier.ts';

describe('identifiers', () => {
  it.each(readCorpus('id-valid'))('%s is one', (text) => {
    expect(isActorId(text)).toBe(true);
    expect(eventIdSchema.safeParse(text).success).toBe(true);
    expect(ensureActorId(text)).toBe(text);
  });

  it.each(readCorpus('id-invalid'))('%s is none', (text) => {
    expect(isActorId(text)).toBe(false);
    expect(eventIdSchema.safeParse(text).success).toBe(false);
    expect(() => ensureActorId(text)).toThrow(JSON.stringify(text));
  });

  it('are bounded in length', () => {
    expect(isActorId('a'.repeat(MAXIMUM_ID_LENGTH))).toBe(true);
    expect(isActorId('a'.repeat(MAXIMUM_ID_LENGTH + 1))).toBe(false);
  });

  it('say what to write instead', () => {
    expect(parseEventId('Kabul Rockets')).toEqual({
      ok: false,
      error: '"Kabul Rockets" is not an event id: write lower-case letters, digits and single hyphens',
    });
    expect(parseClaimId('dawn')).toEqual({ ok: false, error: '"dawn" is not a claim id: write <source-id>/<slug>' });
  });

  it('of claims hold their source', () => {
    const id = claimIdOf(ensureSourceId('dawn-2020-11-21'), 'killed-8');
    expect(isClaimId(id)).toBe(true);
    expect([id, sourceIdOf(id)]).toEqual(['dawn-2020-11-21/killed-8', 'dawn-2020-11-21']);
  });
});
