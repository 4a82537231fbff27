import type { ActorKind, ClaimKind, EventKind, PlaceKind, Source } from '@counterclaim/domain';

/** Kinds whose word is not simply their id. */
const ACTOR_WORDS: Readonly<Partial<Record<ActorKind, string>>> = {
  ngo: 'non-governmental organisation',
  outlet: 'media outlet of a body',
};

const words = (id: string): string => id.replaceAll('-', ' ');

/** The kind of an actor: "armed group", "non-governmental organisation". */
export const formatActorKind = (kind: ActorKind): string => ACTOR_WORDS[kind] ?? words(kind);

const PLACE_WORDS: Readonly<Partial<Record<PlaceKind, string>>> = {
  adm1: 'province',
  adm2: 'district of a province',
  district: 'district of a city',
  sites: 'several sites',
};

/** The kind of a place: "province", "settlement". */
export const formatPlaceKind = (kind: PlaceKind): string => PLACE_WORDS[kind] ?? words(kind);

/** The kind of a document: "wire report". */
export const formatSourceKind = (kind: Source['kind']): string => words(kind);

const EVENT_WORDS: Readonly<Partial<Record<EventKind, string>>> = {
  'transfer-of-materiel': 'transfer of materiel',
  period: 'period, added up',
};

/** The kind of an event: "attack", "change of control". */
export const formatEventKind = (kind: EventKind): string => EVENT_WORDS[kind] ?? words(kind);

/** The kind of a claim: "casualties", "responsibility". */
export const formatClaimKind = (kind: ClaimKind): string => words(kind);
