import {
  actorIdSchema,
  EVENT_KINDS,
  eventIdSchema,
  type EventSummary,
  PLACE_ROLES,
  placeIdSchema,
  placePrecisionSchema,
} from '@counterclaim/domain';
import { z } from 'zod';
import type { EventAnswer, EventList, HistoryList, ListedEvent } from '../answers.ts';
import { agreement, assessment, attributionStatus, historyPiece, instant, owner, range } from './assessment.ts';
import { component } from './component.ts';
import { dataset, listOf } from './list.ts';
import { actor, claim, edtf, event, place, source } from './record.ts';
import { ensureSame, type Same } from './same.ts';

const partySummary = component(
  'PartySummary',
  'A party that attribution names, with the owners who say so.',
  z.strictObject({
    id: actorIdSchema,
    name: z.string(),
    claimed: z.array(owner),
    accused: z.array(owner),
    denied: z.array(owner),
    exonerated: z.array(owner),
  }),
);

const eventPoint = component(
  'EventPoint',
  'A point that stands for an event on a map, WGS 84, with the radius within which it lies. Draw the radius, never a pin.',
  z.strictObject({
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-90).max(90),
    radiusKm: z.number().nullable(),
    precision: placePrecisionSchema,
  }),
);

export const eventSummary = component(
  'EventSummary',
  'One line of a list of events: identity, and what the assessment of the moment says.',
  z.strictObject({
    id: eventIdSchema,
    title: z.string(),
    kind: z.enum(EVENT_KINDS),
    time: edtf,
    zone: z.string().meta({ description: 'IANA zone in which the event’s days are counted.' }),
    places: z.array(z.strictObject({ id: placeIdSchema, name: z.string(), role: z.enum(PLACE_ROLES) })),
    point: eventPoint.nullable(),
    status: attributionStatus,
    parties: z.array(partySummary),
    killed: range.nullable().meta({ description: 'Range for all victims; null where nobody gives a number.' }),
    injured: range.nullable(),
    agreements: z.array(agreement),
    claims: z.int(),
    sources: z.int(),
    origins: z.int(),
    firstKnown: instant.nullable(),
    lastKnown: instant.nullable(),
  }),
);
ensureSame<Same<z.output<typeof eventSummary>, EventSummary>>();

const listedEvent = component(
  'ListedEvent',
  'An event in a list, with the dataset it belongs to.',
  z.strictObject({ ...eventSummary.shape, dataset }),
);
ensureSame<Same<z.output<typeof listedEvent>, ListedEvent>>();

export const eventList = component('EventList', 'A page of events.', listOf(listedEvent));
ensureSame<Same<z.output<typeof eventList>, EventList>>();

export const eventAnswer = component(
  'EventAnswer',
  'One event with everything that its assessment rests on: its claims, and the sources, actors and places they name.',
  z.strictObject({
    dataset,
    event,
    places: z.array(place),
    assessment,
    claims: z.array(claim),
    sources: z.array(source),
    actors: z.array(actor),
    summary: eventSummary,
  }),
);
ensureSame<Same<z.output<typeof eventAnswer>, EventAnswer>>();

export const historyList = component(
  'HistoryList',
  'An event’s assessment over time, oldest first, without gaps.',
  z.strictObject({ items: z.array(historyPiece) }),
);
ensureSame<Same<z.output<typeof historyList>, HistoryList>>();
