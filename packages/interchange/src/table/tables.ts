import { ACTORS } from './actors.ts';
import { CHANGES } from './changes.ts';
import { CLAIMS } from './claims.ts';
import { EVENTS } from './events.ts';
import { PLACES } from './places.ts';
import { POSITIONS } from './positions.ts';
import { QUESTIONS } from './questions.ts';
import { SOURCES } from './sources.ts';
import type { Table } from './table.ts';

/** Every table of a release, in the order in which a reader meets them. */
export const TABLES: readonly Table[] = [EVENTS, CLAIMS, QUESTIONS, POSITIONS, SOURCES, ACTORS, PLACES, CHANGES];
