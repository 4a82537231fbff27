import { expect, it } from 'vitest';
import { derivationOf } from './derivation.ts';
import { acceptanceRecords } from './testing/ledger.ts';

it('tells two ways of deriving apart, and one from itself never', () => {
  const { events, ...rest } = acceptanceRecords('kabul-2021-07-20');
  const [event] = events;
  if (event === undefined) throw new TypeError('the fixture has changed');
  expect(derivationOf()).toMatch(/^[0-9a-f]{16}$/);
  expect(derivationOf()).toBe(derivationOf());
  expect(derivationOf({ event, ...rest } as unknown as Parameters<typeof derivationOf>[0])).not.toBe(derivationOf());
});
