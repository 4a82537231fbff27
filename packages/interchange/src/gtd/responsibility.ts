import { type NamedAuthor, type Speaker, UNKNOWN } from '@counterclaim/domain';
import { formatList } from '@counterclaim/domain/words';
import { type RowRecords, shorten } from '../reading/dataset-records.ts';
import { CLAIM_MODES } from './codes.ts';
import { INDIVIDUAL } from './group-name.ts';
import type { Group, IncidentRow } from './incident-row.ts';

const MOST_NAME = 100;

/** What the dataset says where it names a group that it does not hold for proven. */
export const SUSPECTED = 'attribution suspected';

const nameOf = ({ name, part }: Group): string => shorten(part === '' ? name : `${part} (${name})`, MOST_NAME);

/**
 * Adds who did it. A group that claimed it says so itself, relayed by the dataset; competing claims are each of one group alone. Any
 * other group is accused, or suspected where the dataset is not certain: with an analysis of its own, for it weighs what it read and says
 * how sure it is (codebook, “First Perpetrator Group Suspected/Unconfirmed?”).
 */
export function addResponsibility(
  { groups, individual, competing }: IncidentRow,
  records: RowRecords,
  maker: Extract<Speaker, string>,
  authorOf: (group: Group) => NamedAuthor,
): void {
  const known = groups.map((group) => ({ group, author: authorOf(group) }));
  const claimers = known.filter(
    (each): each is { group: Group; author: Speaker } => each.group.claimed === true && each.author !== UNKNOWN,
  );
  const say = (group: Group): string => (individual ? INDIVIDUAL : nameOf(group));

  known.forEach(({ group, author }, index) => {
    const number = index + 1;
    if (group.claimed === true && author !== UNKNOWN) {
      const together = competing === true ? [] : claimers.filter((each) => each.group !== group);
      const channel = CLAIM_MODES[group.mode];
      const besides = together.map((each) => say(each.group));
      records.claim(
        `claimed-${number}`,
        besides.length === 0
          ? `As GTD has it, ${say(group)} claimed responsibility.`
          : `As GTD has it, ${say(group)} claimed responsibility, as did ${formatList(besides)}.`,
        { kind: 'responsibility', stance: 'claims', actors: [author, ...together.map((each) => each.author)] },
        {
          claimant: author,
          via: [maker],
          ...(typeof channel === 'string' ? { channel } : {}),
          ...(group.uncertain === true ? { hedge: SUSPECTED } : {}),
        },
      );
      return;
    }
    if (author === UNKNOWN) {
      records.claim(`attributed-${number}`, 'GTD names no perpetrator.', {
        kind: 'responsibility',
        stance: 'reports',
        actors: [UNKNOWN],
      });
      return;
    }
    const suspects = group.uncertain === true;
    records.claim(
      `attributed-${number}`,
      suspects
        ? `GTD suspects ${say(group)}, and holds the attribution for unconfirmed.`
        : `GTD attributes the attack to ${say(group)}.`,
      { kind: 'responsibility', stance: suspects ? 'suspects' : 'accuses', actors: [author] },
      { basis: 'analysis', ...(suspects ? { hedge: SUSPECTED } : {}) },
    );
  });

  const [first] = groups;
  if (first?.claimed === false && claimers.length === 0) {
    records.claim('no-claim', 'GTD knows of nobody who claimed responsibility.', {
      kind: 'responsibility',
      stance: 'none-claimed',
      actors: [],
    });
  }
  if (first?.claimed === true && authorOf(first) === UNKNOWN) {
    records.claim('claimed-by-unknown', 'GTD notes a claim of responsibility, and not whose it was.', {
      kind: 'statement',
      topic: 'context',
    });
  }
  if (competing === true && claimers.length < 2) {
    records.claim(
      'competing',
      'GTD notes competing claims of responsibility, and does not say by whom the others were.',
      {
        kind: 'statement',
        topic: 'context',
      },
    );
  }
}
