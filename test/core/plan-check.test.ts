import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { planOf } from './plan-fixture.ts';

const codesOf = (over: Record<string, unknown>) => {
  const result = checkPlan(planOf(over));
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const withField = (field: Record<string, unknown>) =>
  codesOf({ entities: [{ name: 'Thing', fields: [field] }], relations: [] });
const withEntities = (...entities: Record<string, unknown>[]) =>
  codesOf({ entities: entities.map((entity) => ({ fields: [], ...entity })), relations: [] });
const withRelations = (...relations: Record<string, unknown>[]) =>
  codesOf({ relations: relations.map((r) => ({ kind: 'one-to-many', ...r })) });

test('a sound plan passes unchanged', () => {
  const plan = planOf();
  expect(checkPlan(plan)).toEqual({ ok: true, value: plan });
});

test('a module may be named once', () => {
  const crud = { id: 'crud', reason: 'Rows.' };
  expect(codesOf({ modules: [crud, crud] })).toEqual(['plan.duplicate-module']);
});

describe('entities', () => {
  test.each([
    ['the same name', [{ name: 'Book' }, { name: 'Book' }], 'plan.duplicate-entity'],
    [
      'a plural that shares the table',
      [{ name: 'Book' }, { name: 'Books' }],
      'plan.duplicate-entity',
    ],
    ['User, which the users module brings', [{ name: 'User' }], 'plan.entity-clash'],
    ['Users, which shares its table', [{ name: 'Users' }], 'plan.entity-clash'],
    ['Promise, which shadows a global', [{ name: 'Promise' }], 'plan.reserved-entity'],
    ['Problem, which errors are described by', [{ name: 'Problem' }], 'plan.reserved-entity'],
    ['Doc, which would be served at /docs', [{ name: 'Doc' }], 'plan.reserved-entity'],
    ['Docs likewise', [{ name: 'Docs' }], 'plan.reserved-entity'],
    ['Health', [{ name: 'Health' }], 'plan.reserved-entity'],
    ['Openapi', [{ name: 'Openapi' }], 'plan.reserved-entity'],
    ['Auth', [{ name: 'Auth' }], 'plan.reserved-entity'],
    ['Session, whose list auth-jwt has', [{ name: 'Session' }], 'plan.reserved-entity'],
    [
      'owner access to rows without owner',
      [{ name: 'A', read: 'owner' }],
      'plan.owner-needs-owned',
    ],
    [
      'owned rows that anybody may write',
      [{ name: 'A', owned: true }],
      'plan.owned-needs-identity',
    ],
  ])('%s is refused', (_, entities, code) => expect(withEntities(...entities)).toEqual([code]));

  test('Order and Group are words of SQL and fine as entities', () =>
    expect(withEntities({ name: 'Order' }, { name: 'Group' })).toEqual([]));
});

describe('fields', () => {
  test.each([
    [{ name: 'id', type: 'string' }, ['plan.reserved-field']],
    [{ name: 'ownerId', type: 'string' }, ['plan.reserved-field']],
    [{ name: 'cursor', type: 'string' }, ['plan.reserved-field']],
    [{ name: 'constructor', type: 'string' }, ['plan.reserved-field']],
    [{ name: 'status', type: 'enum' }, ['plan.enum-values']],
    [{ name: 'status', type: 'string', values: ['new'] }, ['plan.enum-values']],
    [{ name: 'status', type: 'enum', values: ['new'], default: 'old' }, ['plan.default-mismatch']],
    [{ name: 'status', type: 'enum', values: ['new'], default: 'new' }, []],
    [{ name: 'stock', type: 'integer', default: 1.5 }, ['plan.default-mismatch']],
    [{ name: 'stock', type: 'integer', default: 0 }, []],
    [{ name: 'stock', type: 'integer', default: -1, min: 0 }, ['plan.default-mismatch']],
    [{ name: 'stars', type: 'integer', default: 5, min: 1, max: 5 }, []],
    [{ name: 'stars', type: 'integer', min: 5, max: 1 }, ['plan.bounds']],
    [{ name: 'stars', type: 'integer', min: 0.5 }, ['plan.bounds']],
    [{ name: 'stars', type: 'integer', max: 3_000_000_000 }, ['plan.bounds']],
    [{ name: 'share', type: 'number', min: 0.5, max: 0.5 }, []],
    [{ name: 'price', type: 'money', max: -1 }, ['plan.bounds']],
    [{ name: 'balance', type: 'money', min: -5, max: -1 }, []],
    [{ name: 'title', type: 'string', max: 20 }, ['plan.bounds']],
    [{ name: 'done', type: 'boolean', default: 'no' }, ['plan.default-mismatch']],
    [{ name: 'rate', type: 'decimal', default: '1.25' }, []],
    [{ name: 'day', type: 'date', default: 'tomorrow' }, ['plan.default-mismatch']],
    [{ name: 'site', type: 'url', default: 'javascript:alert(1)' }, ['plan.default-mismatch']],
    [{ name: 'code', type: 'string', unique: true, default: 'x' }, ['plan.default-mismatch']],
    [{ name: 'grade', type: 'integer', managed: true }, ['plan.managed-needs-default']],
    [{ name: 'grade', type: 'integer', managed: true, default: 0 }, []],
    [{ name: 'grade', type: 'integer', managed: true, required: false }, []],
    [{ name: 'sum', type: 'money', managed: true, default: 0 }, ['plan.managed-needs-default']],
  ])('%j gives %j', (field, codes) => expect(withField(field)).toEqual(codes));

  test('the currency of a money field is taken', () =>
    expect(
      withEntities({
        name: 'Item',
        fields: [
          { name: 'price', type: 'money' },
          { name: 'priceCurrency', type: 'string' },
        ],
      }),
    ).toEqual(['plan.reserved-field']));

  test.each([
    ['amount', 'currency', 'string'],
    ['fee', 'feeAmount', 'money'],
  ])('%s, which is money, is kept as %s, too', (name, other, type) =>
    expect(
      withEntities({
        name: 'Item',
        fields: [
          { name, type: 'money' },
          { name: other, type },
        ],
      }),
    ).toEqual(['plan.reserved-field']),
  );

  test('money may be called an amount', () =>
    expect(withEntities({ name: 'Item', fields: [{ name: 'amount', type: 'money' }] })).toEqual(
      [],
    ));

  test('a field may not take the name of a foreign key', () =>
    expect(
      codesOf({
        entities: [
          { name: 'Author', fields: [] },
          { name: 'Book', fields: [{ name: 'authorId', type: 'string' }] },
        ],
      }),
    ).toEqual(['plan.reserved-field']));

  test('the same field twice is refused', () =>
    expect(
      withEntities({
        name: 'Item',
        fields: [
          { name: 'size', type: 'string' },
          { name: 'size', type: 'integer' },
        ],
      }),
    ).toEqual(['plan.duplicate-field']));
});

describe('relations', () => {
  test.each([
    ['an unknown end', [{ from: 'Author', to: 'Film' }], ['plan.unknown-entity']],
    [
      'two of one name',
      [
        { from: 'Author', to: 'Book' },
        { from: 'Author', to: 'Book' },
      ],
      ['plan.duplicate-relation'],
    ],
    [
      'two of different names',
      [
        { from: 'Author', to: 'Book' },
        { from: 'Author', to: 'Book', as: 'translator' },
      ],
      [],
    ],
    [
      'a row that needs itself',
      [{ from: 'Book', to: 'Book', as: 'parent' }],
      ['plan.circular-relation'],
    ],
    ['a tree', [{ from: 'Book', to: 'Book', as: 'parent', required: false }], []],
    [
      'two that need each other',
      [
        { from: 'Author', to: 'Book' },
        { from: 'Book', to: 'Author' },
      ],
      ['plan.circular-relation', 'plan.circular-relation'],
    ],
  ])('%s', (_, relations, codes) => expect(withRelations(...relations)).toEqual(codes));
});
