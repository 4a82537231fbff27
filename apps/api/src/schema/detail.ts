import { z } from 'zod';
import type {
  ActorDetail,
  ActorList,
  ClaimDetail,
  ClaimList,
  PlaceDetail,
  PlaceList,
  SourceDetail,
  SourceList,
} from '../answers.ts';
import { component } from './component.ts';
import { eventSummary } from './event.ts';
import { dataset, listOf } from './list.ts';
import { actor, claim, place, source } from './record.ts';
import { ensureSame, type Same } from './same.ts';

export const claimList = component('ClaimList', 'A page of claims.', listOf(claim));
export const sourceList = component('SourceList', 'A page of sources.', listOf(source));
export const actorList = component('ActorList', 'A page of actors.', listOf(actor));
export const placeList = component('PlaceList', 'A page of places.', listOf(place));

export const claimDetail = component(
  'ClaimDetail',
  'A claim with its source, the actors and places it names, the events it is about, and the claims it repeats, supersedes, retracts, shares or answers, or that do so to it.',
  z.strictObject({
    dataset,
    claim,
    source,
    actors: z.array(actor),
    places: z.array(place),
    events: z.array(eventSummary),
    related: z.array(claim),
  }),
);
export const sourceDetail = component(
  'SourceDetail',
  'A document with its claims in the order of their passages.',
  z.strictObject({
    dataset,
    source,
    claims: z.array(claim),
    actors: z.array(actor),
    places: z.array(place),
    events: z.array(eventSummary),
  }),
);
export const actorDetail = component(
  'ActorDetail',
  'An actor with the bodies above it, nearest first, and its direct parts.',
  z.strictObject({ dataset, actor, bodies: z.array(actor), parts: z.array(actor) }),
);
export const placeDetail = component(
  'PlaceDetail',
  'A place with what it lies within, nearest first, and what lies directly within it.',
  z.strictObject({ dataset, place, within: z.array(place), parts: z.array(place) }),
);

type Output<Schema extends z.ZodType> = z.output<Schema>;
ensureSame<Same<Output<typeof claimList>, ClaimList>>();
ensureSame<Same<Output<typeof sourceList>, SourceList>>();
ensureSame<Same<Output<typeof actorList>, ActorList>>();
ensureSame<Same<Output<typeof placeList>, PlaceList>>();
ensureSame<Same<Output<typeof claimDetail>, ClaimDetail>>();
ensureSame<Same<Output<typeof sourceDetail>, SourceDetail>>();
ensureSame<Same<Output<typeof actorDetail>, ActorDetail>>();
ensureSame<Same<Output<typeof placeDetail>, PlaceDetail>>();
