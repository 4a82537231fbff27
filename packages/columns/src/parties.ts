import { STANCES } from '@counterclaim/domain';
import { type ClaimColumns, type KnownLinks, NO_ACTOR, NO_STANCE } from './columns.ts';
import { KnownLinkBuilder } from './links.ts';

/** Gathers, event after event, values that may come several times: each once, with the earliest instant. */
class Gathering {
  readonly #links = new KnownLinkBuilder();
  /** Where each value stands; of an earlier event where it stands before the present one's. */
  readonly #found: Uint32Array;
  #event = 0;
  #start = 0;

  constructor(values: number) {
    this.#found = new Uint32Array(values);
  }

  begin(event: number): void {
    this.#links.begin(event);
    this.#event = event;
    this.#start = this.#links.values.length;
  }

  add(value: number, known: number): void {
    const { values, known: instants } = this.#links;
    const at = this.#found[value];
    if (at >= this.#start && at < values.length && values.at(at) === value) {
      if (known < instants.at(at)) instants.set(at, known);
      return;
    }
    this.#found[value] = values.length;
    this.#links.addKnown(this.#event, value, known);
  }

  finish(events: number): KnownLinks {
    return this.#links.finish(events);
  }
}

/** What the claims about each event say of it as a whole: who is named, who speaks, which stances are taken. */
export function partiesOf(
  events: number,
  links: KnownLinks,
  claims: ClaimColumns,
  actors: number,
): { readonly named: KnownLinks; readonly claimants: KnownLinks; readonly stances: KnownLinks } {
  const named = new Gathering(actors);
  const claimants = new Gathering(actors);
  const stances = new Gathering(STANCES.length);
  for (let event = 0; event < events; event += 1) {
    for (const gathering of [named, claimants, stances]) gathering.begin(event);
    for (let at = links.offsets[event]; at < links.offsets[event + 1]; at += 1) {
      const claim = links.values[at];
      const known = links.known[at];
      if (claims.claimant[claim] !== NO_ACTOR) claimants.add(claims.claimant[claim], known);
      if (claims.stance[claim] !== NO_STANCE) stances.add(claims.stance[claim], known);
      for (let name = claims.named.offsets[claim]; name < claims.named.offsets[claim + 1]; name += 1) {
        named.add(claims.named.values[name], known);
      }
    }
  }
  return { named: named.finish(events), claimants: claimants.finish(events), stances: stances.finish(events) };
}
