import { ATTRIBUTION_STATUSES, type AttributionStatus } from '@counterclaim/domain';
import { FACETS, type FacetName, type Facets } from '@counterclaim/store';
import { z } from 'zod';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

const facetValue = component(
  'FacetValue',
  'A value of a filter, and how many events it would leave.',
  z.strictObject({ value: z.string(), label: z.string(), count: z.int() }),
);

/** An object with one field for each name. */
const fields = <Name extends string, Value>(names: readonly Name[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>;

export const byStatus = z.strictObject(
  fields<AttributionStatus, z.ZodOptional<z.ZodInt>>(ATTRIBUTION_STATUSES, z.int().optional()),
);

export const month = z
  .string()
  .regex(/^-?\d{4,}-\d\d$/)
  .meta({ description: 'In the zone of each event.', examples: ['2020-11'] });

export const facets = component(
  'Facets',
  'How many events match, and how many would with another value of one filter: each facet leaves its own filter out, and the months leave the dates out.',
  z.strictObject({
    total: z.int().meta({ description: 'Number of events that match every filter.' }),
    facets: z.strictObject(fields<FacetName, z.ZodArray<typeof facetValue>>(FACETS, z.array(facetValue))),
    months: z.array(
      z.strictObject({
        month,
        count: z.int(),
        byStatus,
      }),
    ),
  }),
);
ensureSame<Same<z.output<typeof facets>, Facets>>();
