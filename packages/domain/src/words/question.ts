import {
  type ActorId,
  type ActorIndex,
  type Fate,
  isEdtf,
  type Outcome,
  type Persons,
  type PlaceId,
  type PlaceIndex,
  type QuestionKey,
  UNKNOWN,
} from '../index.ts';
import { formatDate } from './date.ts';
import { actorName } from './speaker.ts';

/** What the ids in a question's key are called. */
export interface QuestionNames {
  readonly actors: ActorIndex;
  readonly places: PlaceIndex;
  /** What was fired, in the plural, where all claims on the question agree on it: "rockets". */
  readonly munitions?: string | undefined;
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  killed: 'killed',
  injured: 'injured',
  'killed-or-injured': 'killed or injured',
  missing: 'missing',
  detained: 'detained',
};

const PERSONS_WORDS: Readonly<Record<Persons, string>> = {
  all: 'all victims',
  civilians: 'civilians',
  combatants: 'combatants',
  police: 'police',
  soldiers: 'soldiers',
  perpetrators: 'perpetrators',
  staff: 'staff',
  students: 'students',
  children: 'children',
  women: 'women',
  men: 'men',
  unknown: 'persons of unknown status',
};

const FATE_WORDS: Readonly<Record<Fate, string>> = {
  fired: 'fired',
  landed: 'landed',
  exploded: 'exploded',
  unexploded: 'unexploded',
  intercepted: 'intercepted',
};

const CLASS_WORDS: Readonly<Record<string, string>> = {
  projectile: 'projectiles',
  device: 'devices',
  firearm: 'firearms',
};

/** Questions whose key is one word or whose parts name no one. */
const FIXED: Readonly<Record<string, string>> = {
  weapon: 'what weapon it was',
  'time:start': 'when it started',
  'time:end': 'when it ended',
  launch: 'where it was launched from',
  target: 'what was targeted or struck',
  damage: 'what was damaged',
  parties: 'who fought',
  location: 'where it happened',
  reaction: 'reactions',
};

/** Names that keys hold in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  afghan: 'Afghan',
  afghans: 'Afghans',
  eid: 'Eid',
  'is k': 'IS-K',
  kabul: 'Kabul',
  taliban: 'Taliban',
};
const NAME = new RegExp(String.raw`\b(?:${Object.keys(NAMES).join('|')})\b`, 'g');

/** A key's words without their hyphens, names as they are written: "Eid ceasefire", "dead linked to IS-K". */
export const formatSlug = (slug: string): string =>
  slug.replaceAll('-', ' ').replace(NAME, (name) => NAMES[name] ?? name);

/**
 * A question's key in words: "killed, all victims", "rockets fired", "injured, all victims, at Emergency
 * hospital", "districts held, by Taliban, on 14 April 2021". The first part of what is asked comes first.
 */
export function formatQuestion(key: QuestionKey, names: QuestionNames): string {
  const fixed = FIXED[key];
  if (fixed !== undefined) return fixed;
  const [head = '', ...qualifiers] = key.split('@');
  const [kind = '', first = '', second = ''] = head.split(':');
  const where = qualifiers.map((qualifier) =>
    isEdtf(qualifier)
      ? `, on ${formatDate(qualifier, 'UTC')}`
      : `, at ${names.places.get(qualifier as PlaceId)?.name ?? formatSlug(qualifier)}`,
  );
  return `${subject(kind, first, second, names)}${where.join('')}`;
}

function subject(kind: string, first: string, second: string, { actors, munitions }: QuestionNames): string {
  switch (kind) {
    case 'responsibility':
      return first === UNKNOWN
        ? 'responsibility of an unknown author'
        : `responsibility of ${actorName(first as ActorId, actors)}`;
    case 'casualties': {
      const [group = '', of] = second.replace('+perpetrators', '').split('/');
      const persons = PERSONS_WORDS[group as Persons];
      const whose = of === undefined ? '' : ` of ${actorName(of as ActorId, actors)}`;
      const perpetrators = second.includes('+perpetrators') ? ' and perpetrators' : '';
      return `${OUTCOME_WORDS[first as Outcome]}, ${persons}${whose}${perpetrators}`;
    }
    case 'munitions':
      return `${munitions ?? CLASS_WORDS[first] ?? first} ${FATE_WORDS[second as Fate]}`;
    case 'count': {
      const [measure = '', by] = first.split('/');
      return by === undefined ? formatSlug(measure) : `${formatSlug(measure)}, by ${actorName(by as ActorId, actors)}`;
    }
    case 'occurrence':
      return `whether it happened: ${formatSlug(first)}`;
    default:
      return formatSlug([kind, first, second].filter((part) => part !== '').join(' '));
  }
}
