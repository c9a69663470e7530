import { describe, expect, test } from 'vitest';
import { ExpectedEntity } from '../../scripts/eval/case.ts';
import { scoreEntities } from '../../scripts/eval/score-entities.ts';
import { planOf } from '../core/plan-fixture.ts';

const wanted = (entity: object) => [ExpectedEntity.parse(entity)];
const all = { found: 1, expected: 1 };
const none = { found: 0, expected: 1 };

describe('entities of a plan', () => {
  test.each([
    [{ name: 'Book' }, all],
    [{ name: 'books' }, all],
    [{ name: 'Novel', aliases: ['Book'] }, all],
    [{ name: 'Film' }, none],
  ])('%j is found: %j', (entity, names) =>
    expect(scoreEntities(wanted(entity), planOf(), false).names).toEqual(names),
  );

  test('somebody who signs in is a row of the users module', () => {
    expect(scoreEntities(wanted({ name: 'Customer' }), planOf(), true).names).toEqual(all);
    expect(scoreEntities(wanted({ name: 'Customer' }), planOf(), false).names).toEqual(none);
  });

  test.each([
    ['title', all],
    ['createdAt', all],
    ['author', all],
    ['price', none],
  ])('the field %s of a book is found: %j', (field, fields) =>
    expect(
      scoreEntities(wanted({ name: 'Book', fields: [field] }), planOf(), false).fields,
    ).toEqual(fields),
  );

  test.each([
    ['Book', 'belongsTo Author', all],
    ['Author', 'hasMany Book', all],
    ['Book', 'belongsTo Publisher', none],
  ])('%s %s is found: %j', (name, relation, relations) =>
    expect(
      scoreEntities(wanted({ name, relations: [relation] }), planOf(), false).relations,
    ).toEqual(relations),
  );

  test('an empty list is not scored', () =>
    expect(scoreEntities([], planOf(), false).names).toEqual({ found: 0, expected: 0 }));
});
