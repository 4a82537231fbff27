import { z } from 'zod';
import { component } from './component.ts';

export const changesAtom = component(
  'ChangesAtom',
  'An Atom feed (RFC 4287), the latest change first. Ids of the feed and of its entries are URNs that never change. A `next` link leads to the page after (RFC 5005).',
  z.string(),
);
