import type { EventId } from '@counterclaim/domain';
import { z } from 'zod';
import { idsParameter } from './list.ts';
import { pageParameters } from './page.ts';

const event = idsParameter<EventId>('an event’s id').meta({
  description:
    'What touches the event: changes of it, of claims about it, of their documents, and of the actors and places that its dossier names. Several as `a~b`. An id that no event has or ever had is refused.',
  examples: ['2020-11-21-kabul-rockets'],
});

export const changeListQuery = z.strictObject({ event: event.optional(), ...pageParameters });
