import {
  type ActorId,
  type Casualties,
  type Claim,
  type ClaimBody,
  claimIdOf,
  type EventId,
  type SourceId,
} from '@counterclaim/domain';
import { formatNumber } from '@counterclaim/domain/words';
import type { GedRow, Side } from './event-row.ts';
import { exactly, figuresOf } from './estimate.ts';

/** What the dataset says of its own reporting where event_clarity is 2. */
export const HEDGE = 'reporting aggregated or unclear';

/** Whether the number of dead counts fighters of a side that is no state: those of a state are victims like others. */
export function countsPerpetrators({ type, a, b }: GedRow): boolean {
  if (type === '3') return a.dead > 0;
  return (a.state === '' && a.dead > 0) || (b.state === '' && b.dead > 0);
}

/** In one-sided violence side b is “Civilians”: nobody who acts. */
export const sidesThatAct = ({ type, a, b }: GedRow): Side[] => (type === '3' ? [a] : [a, b]);

/**
 * What a row claims: who died, by its three figures and by side, and who fought. Where violence is one-sided it reports who used
 * it, as a document does in its own voice: it passes on what others found, and accuses nobody itself.
 */
export function claimsOf(
  row: GedRow,
  source: SourceId,
  event: EventId,
  maker: ActorId,
  actorOf: (side: Side) => ActorId,
): Claim[] {
  const { a, b } = row;
  const claim = (slug: string, paraphrase: string, body: ClaimBody, more: Partial<Claim> = {}): Claim => ({
    id: claimIdOf(source, slug),
    source,
    about: [event],
    claimant: maker,
    evidence: { excerpt: true },
    paraphrase,
    ...(row.clear ? {} : { hedge: HEDGE }),
    modality: 'asserted',
    ...more,
    body,
  });
  const counts = countsPerpetrators(row);
  const killed = { kind: 'casualties', outcome: 'killed' } as const;
  const claims = figuresOf(row.estimate).map(({ slug, quantity }) =>
    claim(
      slug,
      `UCDP ${sayFigure(slug, row)}${counts ? ', fighters among them' : ''}.`,
      { ...killed, persons: 'all', quantity, ...(counts ? { includesPerpetrators: true } : {}) } satisfies Casualties,
      { modality: 'estimated' },
    ),
  );
  const [{ id: whole } = { id: claimIdOf(source, 'killed') }] = claims;
  const part = (slug: string, dead: number, who: string, body: Pick<Casualties, 'persons' | 'of'>): void => {
    if (dead === 0) return;
    claims.push(
      claim(
        slug,
        `UCDP counts ${formatNumber(dead)} killed ${who}.`,
        { ...killed, ...body, quantity: exactly(dead) },
        { modality: 'estimated', relations: { partOf: whole } },
      ),
    );
  };
  part('killed-side-a', a.dead, `on the side of ${a.name}`, { persons: 'combatants', of: actorOf(a) });
  if (row.type === '3') part('killed-side-b', b.dead, 'on the side attacked', { persons: 'combatants' });
  else part('killed-side-b', b.dead, `on the side of ${b.name}`, { persons: 'combatants', of: actorOf(b) });
  part('killed-civilians', row.civilians, 'who were civilians', { persons: 'civilians' });
  part('killed-unknown', row.unknown, 'of whom it does not know who they were', { persons: 'unknown' });

  const conflict = row.conflict === '' ? '' : ` under its conflict ${row.conflict.slice(0, 120)},`;
  claims.push(
    row.type === '3'
      ? claim('responsibility', `UCDP files the event as violence of ${a.name} against civilians.`, {
          kind: 'responsibility',
          stance: 'reports',
          actors: [actorOf(a)],
        })
      : claim('parties', `UCDP files the event${conflict} as between ${a.name} and ${b.name}.`, {
          kind: 'parties',
          sides: [actorOf(a), actorOf(b)],
        }),
  );
  return claims;
}

function sayFigure(slug: ReturnType<typeof figuresOf>[number]['slug'], { estimate }: GedRow): string {
  const [low, best, high] = [estimate.low, estimate.best, estimate.high].map(formatNumber);
  switch (slug) {
    case 'killed':
      if (estimate.low === estimate.high) return best === '0' ? 'counts nobody killed' : `counts ${best ?? ''} killed`;
      return `gives between ${low ?? ''} and ${high ?? ''} killed, and ${best ?? ''} as its best estimate`;
    case 'killed-best':
      return best === '0'
        ? 'gives nobody killed as its best estimate'
        : `gives ${best ?? ''} killed as its best estimate`;
    case 'killed-low':
      return `gives ${low ?? ''} killed as its low estimate`;
    case 'killed-high':
      return high === '0'
        ? 'gives nobody killed as its high estimate'
        : `gives ${high ?? ''} killed as its high estimate`;
  }
}
