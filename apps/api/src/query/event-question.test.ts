import { expect, it } from 'vitest';
import { parseEventQuestion } from './event-question.ts';

it('reads a query as the API does', () => {
  expect(parseEventQuestion('')).toEqual({ filter: {}, sort: '-date' });
  expect(parseEventQuestion('?status=contested~claimed&q=two+words&dataset=ucdp-ged&sort=killed')).toEqual({
    filter: { status: ['contested', 'claimed'], q: 'two words', dataset: ['ucdp-ged'] },
    sort: 'killed',
  });
});

it.each([
  ['statuss=contested', /^statuss: is not a parameter of this address/],
  ['limit=5', /^limit: is not a parameter of this address/],
  ['kind=attack&kind=clash', /^kind: is given twice/],
  ['kind=atack', /^kind: /],
  ['sort=size', /^sort: "size" is no order/],
  ['q=%E0%A4%A', /^q: is not well encoded/],
])('refuses %s', (query, message) => {
  expect(() => parseEventQuestion(query)).toThrow(message);
});
