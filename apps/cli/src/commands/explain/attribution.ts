import { type ActorId, type Attribution, ATTRIBUTION_LISTS } from '@counterclaim/domain';
import { actorName, formatList } from '@counterclaim/domain/words';
import type { Teller } from './teller.ts';

/** Tells who did it, by whose word. */
export function tellAttribution(teller: Teller, attribution: Attribution): void {
  const { page, names } = teller;
  page.add(`${page.paint('bold', 'who did it')}: ${page.paint('bold', attribution.status)}`);
  for (const list of ATTRIBUTION_LISTS) {
    for (const [party, owners] of Object.entries(attribution[list])) {
      const by = formatList(owners.map((owner) => teller.owner(owner)));
      page.add(`${list}: ${actorName(party as ActorId, names.actors)}, by ${by}`, 2);
    }
  }
  teller.because(attribution.because, 2);
}
