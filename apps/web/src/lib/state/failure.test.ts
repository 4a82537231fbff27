import { ProblemError } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { failureOf } from './failure.ts';

test('a refusal of the API keeps its status, words, parameters and request id', () => {
  const errors = [{ parameter: 'date', detail: '2020-13 is no month' }];
  const problem = {
    type: '/api#problem-invalid-parameter',
    title: 'Wrong',
    status: 400,
    detail: 'One is wrong.',
    errors,
  };
  expect(failureOf(new ProblemError({ ...problem, requestId: 'a' }), 'b')).toEqual({
    status: 400,
    message: 'One is wrong.',
    requestId: 'a',
    parameters: errors,
  });
});

test('an API that cannot be reached is a service that is unavailable', () => {
  const problem = { type: 'about:blank', title: 'Unreachable', status: 0, detail: 'Try again.' };
  expect(failureOf(new ProblemError(problem), 'b')).toMatchObject({ status: 503, requestId: 'b' });
});

test('a mistake of ours shows its request id and nothing of itself', () => {
  expect(failureOf(new Error('secret'), 'b')).toEqual({ requestId: 'b' });
});
