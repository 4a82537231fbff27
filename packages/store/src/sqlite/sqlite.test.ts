import { describeStore } from '../testing/conformance.ts';
import { openStore } from '../index.ts';

describeStore('SQLite in memory', () => openStore({ path: ':memory:' }));
