import { type Claim, type ClaimId, type Dossier, indexById, type Owner, type QuestionKey } from '@counterclaim/domain';
import { formatDate, formatOwner, formatQuestion, formatSpeaker, type QuestionNames } from '@counterclaim/domain/words';
import type { Page } from '../../terminal/page.ts';
import { Footnotes } from './footnotes.ts';

/** One event being told: the page, and what everything on it is called. */
export class Teller {
  readonly page: Page;
  readonly dossier: Dossier;
  readonly footnotes = new Footnotes();
  readonly names: QuestionNames;
  readonly #claims: ReadonlyMap<ClaimId, Claim>;
  readonly #published: ReadonlyMap<string, string | undefined>;

  constructor(page: Page, dossier: Dossier) {
    this.page = page;
    this.dossier = dossier;
    this.names = { actors: indexById(dossier.actors), places: indexById(dossier.places) };
    this.#claims = indexById(dossier.claims);
    this.#published = new Map(dossier.sources.map(({ id, published }) => [id, published]));
  }

  get zone(): string {
    return this.dossier.event.zone;
  }

  owner(owner: Owner): string {
    return formatOwner(owner, this.names.actors);
  }

  question(key: QuestionKey): string {
    return formatQuestion(key, this.names);
  }

  /** A claim by its number and id, with who spoke where that is not the owner, and when. */
  claim(id: ClaimId, owner: Owner, indent: number): void {
    const { page, footnotes, names } = this;
    const claim = this.#claims.get(id);
    const speaker = claim === undefined ? '' : formatSpeaker(claim.claimant, names.actors);
    const published = claim === undefined ? undefined : this.#published.get(claim.source);
    const details = [
      ...(speaker === this.owner(owner) ? [] : [speaker]),
      ...(claim?.said !== undefined
        ? [`said ${formatDate(claim.said, this.zone, 'short')}`]
        : published !== undefined
          ? [`printed ${formatDate(published, this.zone, 'short')}`]
          : ['undated']),
      ...(claim === undefined || claim.modality === 'asserted' ? [] : [claim.modality]),
      ...(claim?.hedge === undefined ? [] : [`“${claim.hedge}”`]),
      ...(claim?.relations?.repeats === undefined ? [] : [`repeats ${footnotes.mark([claim.relations.repeats])}`]),
    ];
    page.add(`${footnotes.mark([id])} ${id} ${page.paint('dim', `· ${details.join(' · ')}`)}`, indent);
  }

  because(reasons: Parameters<Footnotes['reasons']>[0], indent: number): void {
    const { page, footnotes } = this;
    if (reasons.length > 0) page.add(page.paint('dim', `because ${footnotes.reasons(reasons)}`), indent);
  }
}
