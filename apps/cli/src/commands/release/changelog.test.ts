import { check, compile, ledgerDigest, load } from '@counterclaim/data';
import type { ActorId, Claim, Ledger } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../testing/call.ts';
import { changelog, type Released } from './changelog.ts';

function curated(): Ledger {
  const checked = check(load(fixture('records')));
  if (!checked.ok) throw new Error('the records have problems');
  return compile(checked.value);
}
const ledger = curated();

const release = (version: string, records: Ledger, rules: Record<string, number> = { 'range.stated': 1 }): Released => {
  const { events, claims, sources, actors, places } = records;
  return {
    listed: {
      version,
      date: `${version.slice(0, 4)}-11-21`,
      digest: ledgerDigest(records),
      methodology: { digest: '0'.repeat(64), rules },
      counts: {
        events: events.length,
        claims: claims.length,
        sources: sources.length,
        actors: actors.length,
        places: places.length,
      },
    },
    ledger: { ...records, digest: ledgerDigest(records) },
  };
};

const changed = (change: (claim: Claim) => Claim, more: Partial<Ledger> = {}): Ledger => ({
  ...ledger,
  claims: ledger.claims.map(change),
  ...more,
});

const before = release('2026.1', ledger);
const since = (records: Ledger, rules?: Record<string, number>): string =>
  changelog(before, release('2027.1', records, rules));

describe('the changelog of a release', () => {
  it('of the first one counts what it holds', () => {
    const text = changelog(undefined, before);
    expect(text).toContain(`The first release: 2026.1, 2026-11-21, ledger \`${ledgerDigest(ledger)}\`.`);
    expect(text).toContain('| claims | 4 |');
    expect(text).not.toContain('## Added');
  });

  it('says what was corrected, retracted, renamed and added, each with its reason', () => {
    const [first] = ledger.claims;
    const correction = { date: '2027-01-02', field: 'hedge', was: 'so far', now: null, reason: 'Not *its* words.' };
    const text = since(
      changed(
        ({ hedge, ...claim }) => {
          if (claim.id.endsWith('/first-toll')) return { ...claim, corrections: [correction] };
          if (claim.id.endsWith('/dockers')) {
            return {
              ...claim,
              ...(hedge && { hedge }),
              retracted: { date: '2027-01-03', reason: 'Read <b>wrongly</b>.' },
            };
          }
          return { ...claim, ...(hedge && { hedge }) };
        },
        {
          places: [
            ...ledger.places,
            { ...ledger.places[0], id: 'pier', name: 'The [Pier]' } as Ledger['places'][number],
          ],
          redirects: [{ type: 'actor', from: 'front', to: 'northern-front', date: '2027-01-04', reason: 'One group.' }],
        },
      ),
    );
    expect(first).toBeDefined();
    expect(text).toContain('| corrections | 0 | 1 | +1 |');
    expect(text).toContain('| places | 2 | 3 | +1 |');
    expect(text).toContain(
      '## Corrected\n\n- claim `arden-herald-2020-01-03/first-toll`, `hedge`: `"so far"` → nothing on 2027-01-02. Not \\*its\\* words.\n',
    );
    expect(text).toContain(
      '## Retracted\n\n- claim `arden-herald-2020-01-03/dockers` on 2027-01-03. Read \\<b\\>wrongly\\</b\\>.\n',
    );
    expect(text).toContain('## Renamed or merged\n\n- actor `front` → `northern-front` on 2027-01-04. One group.\n');
    expect(text).toContain('## Added\n\n### Places: 1\n\n- `pier`: The \\[Pier\\]\n');
  });

  it('says what is derived otherwise, in the words of the pages', () => {
    const text = since(
      changed((claim) =>
        claim.id.endsWith('/later-toll') && claim.body.kind === 'casualties'
          ? { ...claim, body: { ...claim.body, quantity: { bound: 'at-least', value: 5 } } }
          : claim,
      ),
    );
    expect(text).toContain(
      '## Assessments that changed\n\n### Explosions at the Old Harbour (`2020-01-02-old-harbour`)\n',
    );
    expect(text).toMatch(
      /^- injured, all victims: 3 → 5 or more, single; Harbour Authority of Arden: 3 → at least 5, revised, 1 origin$/m,
    );
  });

  it('says who came into the attribution and who left it', () => {
    const denial = ledger.claims.find(({ id }) => id.endsWith('/front-denies'));
    expect(denial).toBeDefined();
    const without = { ...ledger, claims: ledger.claims.filter((claim) => claim !== denial) };
    const came = changelog(release('2026.1', without), release('2027.1', ledger));
    expect(came).toContain('- new: Northern Front denied it\n');
    expect(came).toContain(
      '- responsibility of Northern Front: new: listed; new from Northern Front: denied, 1 origin\n',
    );
    const went = since(without);
    expect(went).toContain('- no longer: Northern Front denied it\n');
    expect(went).toMatch(
      /^- responsibility of Northern Front: no longer answered: was listed; no longer from Northern Front: denied/m,
    );
    const accused = since(
      changed((claim) =>
        claim === denial && claim.body.kind === 'responsibility'
          ? { ...claim, claimant: 'harbour-authority' as ActorId, body: { ...claim.body, stance: 'accuses' } }
          : claim,
      ),
    );
    expect(accused).toContain('- new: Harbour Authority of Arden accused Northern Front\n');
  });

  it('puts words of the coder in quotation marks', () => {
    const text = since(
      changed((claim) =>
        claim.id.endsWith('/later-toll')
          ? { ...claim, body: { kind: 'occurrence', what: 'dead-linked-to-is-k', happened: true } }
          : claim.id.endsWith('/dockers')
            ? { ...claim, body: { kind: 'count', measure: 'injured-critical', quantity: { bound: 'exact', value: 2 } } }
            : claim,
      ),
    );
    expect(text).toMatch(
      /^- whether it happened: “dead linked to IS-K”: new: single; new from .+: it happened, 1 origin$/m,
    );
    expect(text).toMatch(/^- count: “injured critical”: new: 2, single; new from .+: 2, 1 origin$/m);
  });

  it('says which rules have another version', () => {
    const text = since(ledger, { 'range.stated': 2, 'time.span': 1 });
    expect(text).toContain('## Rules\n\n- `range.stated`: 1 → 2\n- `time.span`: none → 1\n');
  });

  it('says that nothing but the form changed', () => {
    expect(since(ledger)).toMatch(/\nRecords and rules are the same: only the form of the files has changed\.\n$/);
  });
});
