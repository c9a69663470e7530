import { describe, expect, test } from 'vitest';
import { Case } from '../../scripts/eval/case.ts';
import { scoreLabels } from '../../scripts/eval/score-labels.ts';

const expected = Case.parse({
  id: 'x',
  lang: 'en',
  request: 'a shop in MongoDB, live prices',
  expect: 'build',
  required: ['crud', 'db-mongodb'],
  acceptable: ['email'],
  forbidden: ['db-mysql'],
  any_of: [['websocket', 'sse']],
  entities: [],
});
const score = (chosen: string[], added: string[] = []) =>
  scoreLabels(expected, { chosen: new Set(chosen), added: new Set(added) });

describe('labels of a plan', () => {
  test('all that is required and one of a group is exact', () =>
    expect(score(['crud', 'db-mongodb', 'sse'])).toMatchObject({ f1: 1, exact: true }));

  test('a required label that is missing lowers the recall', () =>
    expect(score(['crud', 'sse'])).toMatchObject({
      precision: 1,
      recall: 2 / 3,
      missing: ['db-mongodb'],
    }));

  test('a group of which no member is there is one miss', () =>
    expect(score(['crud', 'db-mongodb'])).toMatchObject({
      recall: 2 / 3,
      missing: ['websocket|sse'],
    }));

  test('two members of a group are as good as one', () =>
    expect(score(['crud', 'db-mongodb', 'sse', 'websocket'])).toMatchObject({ f1: 1 }));

  test.each([['email'], ['rate-limit'], ['openapi-docs']])(
    '%s is neither right nor wrong',
    (label) =>
      expect(score(['crud', 'db-mongodb', 'sse', label])).toMatchObject({ f1: 1, exact: true }),
  );

  test('a label that nobody asked for lowers the precision', () =>
    expect(score(['crud', 'db-mongodb', 'sse', 'chat'])).toMatchObject({
      precision: 3 / 4,
      recall: 1,
      extra: ['chat'],
      exact: false,
    }));

  test('a forbidden label counts double', () =>
    expect(score(['crud', 'db-mongodb', 'sse', 'db-mysql'])).toMatchObject({
      precision: 3 / 5,
      f1: 6 / 8,
    }));

  test('what the resolver adds is enough, and never wrong', () =>
    expect(score(['db-mongodb', 'sse'], ['crud', 'chat', 'db-mysql'])).toMatchObject({
      f1: 1,
      exact: true,
    }));

  test('nothing built is nothing right', () =>
    expect(scoreLabels(expected, null)).toMatchObject({ f1: 0, precision: 0, recall: 0 }));
});
