import { type Assessment, type Dossier, summarise } from '@counterclaim/domain';
import { formatCount, formatDate, formatInstant } from '@counterclaim/domain/words';
import type { Terminal } from '../../output.ts';
import { Page } from '../../terminal/page.ts';
import { tellAside } from './aside.ts';
import { tellAttribution } from './attribution.ts';
import { tellBreakdown } from './breakdown.ts';
import { tellContents } from './contents.ts';
import { inOrder } from './order.ts';
import { tellQuestion } from './question.ts';
import { Teller } from './teller.ts';

function tellEvent(teller: Teller, assessment: Assessment): void {
  const { page, dossier, names, zone } = teller;
  const { event } = dossier;
  const where = [...Map.groupBy(event.places, ({ role }) => role)].map(([role, places]) => {
    const listed = places.map(({ place }) => names.places.get(place)?.name ?? place);
    return `${role.replaceAll('-', ' ')}: ${listed.join('; ')}`;
  });
  page.addEnds(page.paint('bold', event.title), page.paint('dim', event.id));
  page.add([event.kind.replaceAll('-', ' '), formatDate(event.time, zone), ...where].join(' · '), 0, 2);
  if (event.retracted !== undefined) {
    page.add(
      `${page.paint(['bold', 'yellow'], 'retracted')} by the ledger on ${event.retracted.date}: ${event.retracted.reason}`,
    );
  }
  const { claims, sources, origins } = summarise(dossier, assessment);
  const counted = [
    formatCount(claims, 'claim'),
    formatCount(sources, 'document'),
    formatCount(origins, 'independent origin'),
  ].join(', ');
  const asOf =
    assessment.asOf === null
      ? 'all that the ledger holds'
      : `as of ${formatInstant(assessment.asOf, zone)} (${assessment.asOf})`;
  page.add(`${asOf}: ${counted}`);
}

/**
 * An assessment in words, for a curator: every value with the claims and the rules that it comes from.
 *
 * @param question The key of the one question to tell; all, and all else, without it.
 */
export function explanation(
  dossier: Dossier,
  assessment: Assessment,
  question: string | undefined,
  terminal: Terminal | undefined,
): string {
  const page = new Page(terminal);
  const teller = new Teller(page, dossier);
  tellEvent(teller, assessment);
  page.gap();
  const told = inOrder(assessment.questions.filter(({ key }) => question === undefined || key === question));
  if (question === undefined) {
    tellAttribution(teller, assessment.attribution);
    tellContents(teller, told);
  }
  for (const each of told) tellQuestion(teller, each);
  if (question === undefined) {
    if (assessment.breakdowns.length > 0) {
      page.gap().add(page.paint('bold', 'parts and wholes'));
      for (const breakdown of assessment.breakdowns) tellBreakdown(teller, breakdown);
    }
    tellAside(teller, assessment);
  }
  return page.text;
}
