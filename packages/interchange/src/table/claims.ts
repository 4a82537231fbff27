import { type Claim, counts, indexById } from '@counterclaim/domain';
import { CLAIM_COLUMNS } from '../claim-columns.ts';
import type { Column } from '../column.ts';
import { RETRACTION_COLUMNS } from './record-columns.ts';
import { defineTable, refersTo } from './table.ts';

interface ClaimItem {
  readonly claim: Claim;
  readonly counts: boolean;
}

const ofClaim = ({ value, ...column }: Column<Claim>): Column<ClaimItem> => ({
  ...column,
  value: ({ claim }) => value(claim),
});

/** One row a claim. Its first columns are those of the API's `claims.csv`. */
export const CLAIMS = defineTable<ClaimItem>({
  name: 'claims',
  title: 'Claims',
  description:
    'One row a claim: one assertion by one claimant, as reported in one document, with the fields of every kind side by side.',
  columns: [
    ...CLAIM_COLUMNS.map(ofClaim),
    {
      name: 'counts',
      type: 'boolean',
      description: 'Whether it counts: neither it nor its document was retracted by the ledger.',
      value: ({ counts: standing }) => standing,
    },
    ...RETRACTION_COLUMNS.map(ofClaim),
  ],
  primaryKey: ['id'],
  foreignKeys: [
    refersTo('source', 'sources'),
    refersTo('wire', 'actors'),
    refersTo('scope', 'places'),
    refersTo('by', 'actors'),
    refersTo('place', 'places'),
    refersTo('repeats', 'claims'),
    refersTo('part_of', 'claims'),
  ],
  *items({ ledger }) {
    const sources = indexById(ledger.sources);
    for (const claim of ledger.claims) yield { claim, counts: counts(claim, sources.get(claim.source)) };
  },
});
