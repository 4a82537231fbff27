import {
  type ActorId,
  answersOf,
  type Claim,
  type ClaimBody,
  isNamed,
  type NamedAuthor,
  type PlaceId,
  quantityOf,
} from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatQuestion, formatSlug, type QuestionNames } from '#lib/format/question.ts';
import { actorName, formatSpeaker } from '#lib/format/speaker.ts';

/** A stretch of words, with the record it names. */
export interface Part {
  readonly text: string;
  readonly href?: string;
}

/** What a claim says, apart from its stance: of what, and the answer. */
export interface Says {
  /** What is spoken of: "killed, all victims", "launched from". */
  readonly what: string;
  readonly value: readonly Part[];
}

/** What a weapon is called in the plural, from its slug: "rockets". */
export const weaponPlural = (weapon: string): string => `${formatSlug(weapon)}${weapon.endsWith('s') ? '' : 's'}`;

const RELATIONS = { intended: 'intended target', struck: 'struck' } as const;

/** What a claim says in words, with links to the actors and places it names. */
export function saysOf(claim: Pick<Claim, 'body' | 'paraphrase'>, names: QuestionNames, zone: string): Says {
  const { body } = claim;
  const quantity = quantityOf(body);
  if (quantity !== undefined) {
    const munitions = body.kind === 'munitions' && body.weapon !== undefined ? weaponPlural(body.weapon) : undefined;
    const [question] = answersOf(claim, names.actors);
    const what = question === undefined ? body.kind : formatQuestion(question.key, { ...names, munitions });
    return { what, value: [{ text: formatQuantity(quantity) }] };
  }
  return { what: SUBJECTS[body.kind], value: valueOf(body, names, zone) };
}

const SUBJECTS: Readonly<Record<ClaimBody['kind'], string>> = {
  responsibility: 'who did it',
  casualties: 'persons harmed',
  munitions: 'munitions',
  weapon: 'weapon',
  count: 'count',
  launch: 'launched from',
  target: 'target',
  damage: 'damage',
  parties: 'parties that fought',
  time: 'time',
  location: 'place',
  occurrence: 'whether it happened',
  reaction: 'reaction',
  statement: 'statement',
};

function valueOf(body: ClaimBody, names: QuestionNames, zone: string): Part[] {
  switch (body.kind) {
    case 'responsibility':
      return joined(body.actors.map((author) => authorPart(author, names)));
    case 'parties':
      return joined(body.sides.map((side) => authorPart(side, names)));
    case 'weapon':
      return [{ text: formatSlug(body.weapon) }];
    case 'launch':
      return 'place' in body.from ? [placePart(body.from.place, names)] : [{ text: body.from.vehicle }];
    case 'target':
      return [
        'place' in body.target ? placePart(body.target.place, names) : actorPart(body.target.actor, names),
        { text: `, ${RELATIONS[body.relation]}` },
      ];
    case 'damage': {
      const where = body.scope === undefined ? [] : [{ text: ', at ' }, placePart(body.scope, names)];
      return [{ text: `${body.object}: ${body.extent}` }, ...where];
    }
    case 'time': {
      const within = body.within === undefined ? '' : `, give or take ${formatCount(body.within, 'minute')}`;
      return [{ text: `${body.of} ${formatDate(body.value, zone)}${within}` }];
    }
    case 'location':
      return [placePart(body.place, names)];
    case 'occurrence':
      return [{ text: `${formatSlug(body.what)}: ${body.happened ? 'it happened' : 'it did not happen'}` }];
    case 'reaction':
      return [{ text: body.stance }];
    case 'statement':
      return [{ text: body.topic }];
    case 'casualties':
    case 'munitions':
    case 'count':
      return [{ text: formatQuantity(body.quantity) }];
  }
}

const actorPart = (id: ActorId, { actors }: QuestionNames): Part => ({
  text: actorName(id, actors),
  href: `/actors/${id}`,
});

const authorPart = (author: NamedAuthor, names: QuestionNames): Part =>
  isNamed(author) ? actorPart(author, names) : { text: formatSpeaker(author, names.actors) };

const placePart = (id: PlaceId, { places }: QuestionNames): Part => ({
  text: places.get(id)?.name ?? id,
  href: `/places/${id}`,
});

/** Parts with commas and an "and" between them. */
const joined = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part, index) =>
    index === 0 ? [part] : [{ text: index === parts.length - 1 ? ' and ' : ', ' }, part],
  );
