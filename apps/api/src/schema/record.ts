import {
  actorSchema,
  casualtiesSchema,
  claimBodySchema,
  claimSchema,
  countSchema,
  damageSchema,
  edtfSchema,
  eventSchema,
  evidenceSchema,
  jsonSchema,
  launchSchema,
  locationSchema,
  munitionsSchema,
  occurrenceSchema,
  partiesSchema,
  passageSchema,
  placeSchema,
  quantitySchema,
  reactionSchema,
  relationsSchema,
  responsibilitySchema,
  sourceSchema,
  statementSchema,
  targetSchema,
  timeClaimSchema,
  unnamedSchema,
  weaponSchema,
} from '@counterclaim/domain';
import { component } from './component.ts';

/* The records as the domain defines them, under the names that the API's description gives them. */

export const edtf = component(
  'Edtf',
  'A date or date-time in Extended Date/Time Format (ISO 8601-2), levels 0 and 1, or an interval of two: 2020-11-21, 2020-11, 2020-11-21T08:40+04:30, 2020-05/2020-11. Minutes without seconds are our extension. A day is a day of the event’s own calendar, never an instant.',
  edtfSchema,
);
export const quantity = component(
  'Quantity',
  'A number as it was spoken. “None”, “none known” and no quantity at all are three different things.',
  quantitySchema,
);
component(
  'Unnamed',
  'Somebody whom a document does not name, and the body they speak for where it says so.',
  unnamedSchema,
);
component(
  'Passage',
  'A stretch of a paragraph of the normalised text, in code points, with its digest.',
  passageSchema,
);
component('Json', 'Any value of JSON.', jsonSchema);
component('Evidence', 'Where in the document a claim stands, checkable without republishing it.', evidenceSchema);
component('Relations', 'How a claim stands to other claims.', relationsSchema);
component('Responsibility', 'Who is said to have done it, or not to have done it.', responsibilitySchema);
component('Casualties', 'A count of people who came to harm.', casualtiesSchema);
component('Munitions', 'A count of projectiles, devices or firearms.', munitionsSchema);
component('Weapon', 'What kind of weapon it was, where that is disputed.', weaponSchema);
component('Count', 'A count of anything else: attackers, explosions, arrests, districts held.', countSchema);
component('Launch', 'Where something was fired from.', launchSchema);
component('Target', 'What was meant or struck.', targetSchema);
component('Damage', 'What was damaged, and how far.', damageSchema);
component('Parties', 'Who fought, with no aggressor implied.', partiesSchema);
component('TimeClaim', 'When it started or ended.', timeClaimSchema);
component('Location', 'Where it happened.', locationSchema);
component('Occurrence', 'That something happened, or did not.', occurrenceSchema);
component('Reaction', 'How somebody reacted to it.', reactionSchema);
component('Statement', 'Context, intention, relation, prediction or policy: answers no question.', statementSchema);
component('ClaimBody', 'What a claim asserts.', claimBodySchema);

export const actor = component(
  'Actor',
  'A state, government body, armed group, organisation, office-holder or publication; never a private person.',
  actorSchema,
);
export const place = component(
  'Place',
  'Somewhere that claims speak of, with the precision at which it is known.',
  placeSchema,
);
export const source = component('Source', 'One document. The title is ours.', sourceSchema);
export const event = component(
  'Event',
  'Something that claims are about. Who did it and how many died are never fields of an event.',
  eventSchema,
);
export const claim = component('Claim', 'One assertion by one claimant, as reported in one document.', claimSchema);
