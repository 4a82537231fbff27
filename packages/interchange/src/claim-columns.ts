import { type Claim, type NamedAuthor, quantityOf } from '@counterclaim/domain';
import type { Cell, Column } from './column.ts';
import { quantityColumns } from './quantity-columns.ts';

/** A named actor by id, an unnamed one by the words for them and the body they speak for. */
const authorText = (author: NamedAuthor): string =>
  typeof author === 'string'
    ? author
    : author.of === undefined
      ? `unnamed: ${author.unnamed}`
      : `unnamed of ${author.of}: ${author.unnamed}`;

/** A field of the claim's body, where its kind has it. */
const body =
  (field: string) =>
  (claim: Claim): Cell => {
    const value: unknown = (claim.body as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  };

const passages = ({ evidence }: Claim) => ('passages' in evidence ? evidence.passages : []);

/** One row a claim, with the fields of every kind side by side: those that its kind does not have are empty. */
export const CLAIM_COLUMNS: readonly Column<Claim>[] = [
  { name: 'id', type: 'text', description: 'The claim: <source>/<slug>. It never changes.', value: ({ id }) => id },
  { name: 'source', type: 'id', description: 'The document in which it was made.', value: ({ source }) => source },
  { name: 'about', type: 'list', description: 'The events it is about.', value: ({ about }) => about },
  {
    name: 'claimant',
    type: 'text',
    description: 'Who makes it: an actor’s id, or “unnamed: …” in our words.',
    value: ({ claimant }) => authorText(claimant),
  },
  {
    name: 'via',
    type: 'list',
    description: 'Who relayed it, nearest the claimant first.',
    value: ({ via }) => via ?? null,
  },
  {
    name: 'channel',
    type: 'id',
    description: 'The platform on which it was published.',
    value: ({ channel }) => channel ?? null,
  },
  {
    name: 'wire',
    type: 'id',
    description: 'Whose text it stands in, where that is not the source’s.',
    value: ({ wire }) => wire ?? null,
  },
  {
    name: 'said',
    type: 'edtf',
    description: 'When it was said in public, where somebody tells.',
    value: ({ said }) => said ?? null,
  },
  {
    name: 'paraphrase',
    type: 'text',
    description: 'What is claimed, in our own words.',
    value: ({ paraphrase }) => paraphrase,
  },
  { name: 'hedge', type: 'text', description: 'The document’s hedging words.', value: ({ hedge }) => hedge ?? null },
  { name: 'modality', type: 'id', description: 'The claimant’s own certainty.', value: ({ modality }) => modality },
  {
    name: 'basis',
    type: 'id',
    description:
      'Why a publication or dataset may speak in its own voice; without it the claim restates what others said.',
    value: ({ basis }) => basis ?? null,
  },
  {
    name: 'kind',
    type: 'id',
    description: 'Kind of claim: decides which of the columns below are filled.',
    value: ({ body: { kind } }) => kind,
  },
  {
    name: 'stance',
    type: 'id',
    description: 'Responsibility, reaction: what the claimant does.',
    value: body('stance'),
  },
  {
    name: 'actors',
    type: 'list',
    description: 'Responsibility: whom the stance is about, jointly.',
    value: ({ body: asserted }) => (asserted.kind === 'responsibility' ? asserted.actors.map(authorText) : null),
  },
  { name: 'outcome', type: 'id', description: 'Casualties: killed, injured …', value: body('outcome') },
  { name: 'persons', type: 'id', description: 'Casualties: whom the claimant counted.', value: body('persons') },
  {
    name: 'of',
    type: 'id',
    description: 'Casualties: whose people were counted. Time: start or end.',
    value: body('of'),
  },
  {
    name: 'scope',
    type: 'id',
    description: 'The place within which something was counted or damaged.',
    value: body('scope'),
  },
  {
    name: 'includes_perpetrators',
    type: 'boolean',
    description: 'Casualties: whether perpetrators are in the number.',
    value: body('includesPerpetrators'),
  },
  ...quantityColumns<Claim>(({ body: asserted }) => quantityOf(asserted), {
    bound: 'What the words say of the number: exact, at-least, about, none, none-known, unquantified …',
    best: 'The claimant’s own best number between the two.',
  }),
  { name: 'class', type: 'id', description: 'Munitions: projectile, device, firearm.', value: body('class') },
  { name: 'weapon', type: 'id', description: 'Munitions, weapon: what it was.', value: body('weapon') },
  { name: 'model', type: 'text', description: 'Munitions: the model.', value: body('model') },
  { name: 'fate', type: 'id', description: 'Munitions: fired, landed, exploded …', value: body('fate') },
  { name: 'measure', type: 'id', description: 'Count: what was counted.', value: body('measure') },
  { name: 'by', type: 'id', description: 'Count: by whom it was held or done.', value: body('by') },
  { name: 'at', type: 'edtf', description: 'Count: the date for which it holds.', value: body('at') },
  {
    name: 'from',
    type: 'text',
    description: 'Launch: a place’s id, or the vehicle.',
    value: ({ body: asserted }) =>
      asserted.kind === 'launch' ? ('place' in asserted.from ? asserted.from.place : asserted.from.vehicle) : null,
  },
  {
    name: 'target',
    type: 'id',
    description: 'Target: a place’s or an actor’s id.',
    value: ({ body: asserted }) =>
      asserted.kind === 'target' ? ('place' in asserted.target ? asserted.target.place : asserted.target.actor) : null,
  },
  { name: 'relation', type: 'id', description: 'Target: intended or struck.', value: body('relation') },
  { name: 'object', type: 'text', description: 'Damage: what was damaged.', value: body('object') },
  { name: 'extent', type: 'text', description: 'Damage: how far.', value: body('extent') },
  {
    name: 'sides',
    type: 'list',
    description: 'Parties: who fought, with no aggressor implied.',
    value: ({ body: asserted }) => (asserted.kind === 'parties' ? asserted.sides.map(authorText) : null),
  },
  {
    name: 'time',
    type: 'edtf',
    description: 'Time: when it started or ended.',
    value: ({ body: asserted }) => (asserted.kind === 'time' ? asserted.value : null),
  },
  {
    name: 'within',
    type: 'integer',
    description: 'Time: how far it may be off, in minutes, either way.',
    value: body('within'),
  },
  { name: 'place', type: 'id', description: 'Location: where it happened.', value: body('place') },
  { name: 'what', type: 'id', description: 'Occurrence: what happened or did not.', value: body('what') },
  { name: 'happened', type: 'boolean', description: 'Occurrence: whether it did.', value: body('happened') },
  { name: 'topic', type: 'id', description: 'Statement: what it is about.', value: body('topic') },
  {
    name: 'passages',
    type: 'list',
    description: 'Where it stands in the normalised text: paragraph:start-end, paragraphs from 1, code points from 0.',
    value: (claim) => passages(claim).map(({ paragraph, start, end }) => `${paragraph}:${start}-${end}`),
  },
  {
    name: 'passage_sha256',
    type: 'list',
    description: 'SHA-256 of each of these passages, in the same order.',
    value: (claim) => passages(claim).map(({ sha256 }) => sha256),
  },
  {
    name: 'excerpt',
    type: 'boolean',
    description: 'Whether only an excerpt of the document was seen, so that no passage can be given.',
    value: ({ evidence }) => 'excerpt' in evidence,
  },
  {
    name: 'repeats',
    type: 'text',
    description: 'The claim whose statement it repeats.',
    value: ({ relations }) => relations?.repeats ?? null,
  },
  {
    name: 'supersedes',
    type: 'list',
    description: 'Earlier claims of the same body that it replaces.',
    value: ({ relations }) => relations?.supersedes ?? null,
  },
  {
    name: 'retracts',
    type: 'list',
    description: 'Earlier claims of the same body that it takes back.',
    value: ({ relations }) => relations?.retracts ?? null,
  },
  {
    name: 'part_of',
    type: 'text',
    description: 'The claim of whose number its number is a share.',
    value: ({ relations }) => relations?.partOf ?? null,
  },
  {
    name: 'responds_to',
    type: 'list',
    description: 'Claims that it answers.',
    value: ({ relations }) => relations?.respondsTo ?? null,
  },
];
