import { type EventId, indexById } from '@counterclaim/domain';
import type { Terminal } from '../../output.ts';
import { Page } from '../../terminal/page.ts';
import { tellAssessment } from './assessment.ts';
import type { Difference } from './difference.ts';
import { tellFate } from './fate.ts';
import { type EventGroup, grouped } from './grouping.ts';
import { Reviewer } from './reviewer.ts';
import { summaryOf } from './summary.ts';

/** A difference in words, for a reviewer: a summary, what became of records by event and document, and what follows from it. */
export function report(difference: Difference, terminal: Terminal | undefined): string {
  const { before, after, comparison } = difference;
  const page = new Page(terminal);
  page.add(summaryOf(difference));
  const reviewer = new Reviewer(page, before, after);
  const actors = indexById([...before.ledger.actors, ...after.ledger.actors]);
  const zones = new Map(
    [...before.ledger.events, ...after.ledger.events].map(({ id, zone }): [EventId, string] => [id, zone]),
  );
  const { events, others } = grouped(comparison, before.ledger, after.ledger);

  const tellEvent = ({ id, fate, sources }: EventGroup): void => {
    page.gap().addEnds(page.paint('bold', reviewer.caption({ type: 'event', id }) || id), page.paint('dim', id));
    if (fate !== undefined) tellFate(reviewer, fate, 2);
    for (const source of sources) {
      if (source.fate === undefined) page.add(`source ${page.paint('bold', source.id)}`, 4);
      else tellFate(reviewer, source.fate, 2);
      for (const claim of source.claims) tellFate(reviewer, claim, 4);
    }
    const assessment = comparison.assessments.find(({ event }) => event === id);
    if (assessment === undefined) return;
    page.add(page.paint('bold', 'what follows'), 2);
    tellAssessment(page, assessment, { actors, zone: zones.get(id) ?? 'UTC' }, 4);
  };
  events.forEach(tellEvent);

  if (others.length > 0) {
    page.gap().add(page.paint('bold', 'other records'));
    for (const fate of others) tellFate(reviewer, fate, 2);
  }
  const { added, changed, lost } = comparison.redirects;
  if (added.length + changed.length + lost.length > 0) {
    page.gap().add(page.paint('bold', 'redirects'));
    for (const { type, from, to } of added) page.add(`+ ${type} ${from} → ${to}`, 2);
    for (const { was, now, follows } of changed) {
      const why = follows ? 'follows the record it led to' : reviewer.silently('a redirect is not to be altered');
      page.add(`~ ${was.type} ${was.from} → ${was.to === now.to ? now.to : `${was.to}, now ${now.to}`}; ${why}`, 2);
    }
    for (const { type, from, to } of lost)
      page.add(`- ${type} ${from} → ${to}; ${reviewer.silently('a redirect stays')}`, 2);
  }
  return page.text;
}
