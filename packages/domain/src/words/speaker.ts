import { type ActorId, type ActorIndex, type NamedAuthor, type Owner, UNKNOWN } from '../index.ts';

const UNNAMED_OF = 'unnamed of ';
const TO = ', to ';

/** An actor's neutral name; its id where the ledger does not hold it. */
export const actorName = (id: ActorId, actors: ActorIndex): string => actors.get(id)?.name ?? id;

/**
 * Who holds a position: a body's name, "unnamed, of Ministry of Interior Affairs", or "an eyewitness, to
 * Xinhua" for an unnamed person of no known body.
 */
export function formatOwner(owner: Owner, actors: ActorIndex): string {
  const known = actors.get(owner as ActorId);
  if (known !== undefined) return known.name;
  if (owner.startsWith(UNNAMED_OF))
    return `unnamed, of ${actorName(owner.slice(UNNAMED_OF.length) as ActorId, actors)}`;
  const to = owner.lastIndexOf(TO);
  const origin = to < 0 ? undefined : actors.get(owner.slice(to + TO.length) as ActorId);
  return origin === undefined ? owner : `${owner.slice(0, to)}${TO}${origin.name}`;
}

/** Who speaks or is spoken of, as the document names them: "Tariq Arian", "two officials, of Taliban", "an unknown author". */
export function formatSpeaker(speaker: NamedAuthor, actors: ActorIndex): string {
  if (speaker === UNKNOWN) return 'an unknown author';
  if (typeof speaker === 'string') return actorName(speaker, actors);
  return speaker.of === undefined ? speaker.unnamed : `${speaker.unnamed}, of ${actorName(speaker.of, actors)}`;
}
