import type { RecordKey } from '@counterclaim/domain';
import type { State } from '../../state/state.ts';
import type { Page } from '../../terminal/page.ts';

/** A difference being told: the page, and what records are called in words of ours, as the later state has it. */
export class Reviewer {
  readonly page: Page;
  readonly #published: boolean;
  readonly #captions = new Map<string, string>();

  constructor(page: Page, before: State, after: State) {
    this.page = page;
    this.#published = before.published;
    for (const { ledger } of [before, after]) {
      for (const { id, title } of ledger.events) this.#captions.set(`event ${id}`, title);
      for (const { id, title } of ledger.sources) this.#captions.set(`source ${id}`, title);
      for (const { id, paraphrase } of ledger.claims) this.#captions.set(`claim ${id}`, paraphrase);
      for (const { id, name } of ledger.actors) this.#captions.set(`actor ${id}`, name);
      for (const { id, name } of ledger.places) this.#captions.set(`place ${id}`, name);
    }
  }

  caption({ type, id }: RecordKey): string {
    return this.#captions.get(`${type} ${id}`) ?? '';
  }

  /** What no record tells. Where the earlier state was published it is an edit in silence, and marked so. */
  silently(what: string): string {
    return this.#published ? `${this.page.paint(['bold', 'red'], 'SILENT')}: ${what}` : what;
  }
}
