import { describe, expect, it } from 'vitest';
import { type Choice, feasibleTuples } from '../../../scripts/catalogue/pairs/covering-array.ts';
import {
  entityFactors,
  isPossibleEntity,
} from '../../../scripts/catalogue/pairs/entity-factors.ts';
import {
  feasibleIn,
  moduleFactors,
  selectionOf,
} from '../../../scripts/catalogue/pairs/module-factors.ts';
import { entityChoices, pairRows } from '../../../scripts/catalogue/pairs/rows.ts';
import { sampleRows } from '../../../scripts/catalogue/pairs/sample.ts';
import type { CatalogueData } from '../../../src/core/manifest/module.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import { aCatalogue, aModule } from '../../builders.ts';
import { catalogue } from '../../servers/render-to.ts';

const requires = (...capabilities: string[]) => ({
  requires: capabilities.map((capability) => ({ capability })),
});

const invented = aCatalogue(
  aModule('base', { always: true, provides: { config: '1.0.0' } }),
  aModule('crud', { provides: { crud: '1.0.0' } }),
  aModule('by-token', { provides: { identity: '1.0.0' }, slot: 'identity', preference: 1 }),
  aModule('by-cookie', { provides: { identity: '1.0.0' }, slot: 'identity' }),
  aModule('sign-in', { provides: { 'sign-in': '1.0.0' }, ...requires('identity') }),
  aModule('files', {
    options: {
      storage: { type: 'string', description: 'Where.', default: 'local', enum: ['local', 's3'] },
      limit: { type: 'integer', description: 'How many.', default: 5, minimum: 1, maximum: 9 },
    },
  }),
  aModule('enemy', {
    conflicts: [{ module: 'files', why: { en: 'They quarrel.', ru: 'Они в ссоре.' } }],
  }),
);

describe.each([
  ['an invented catalogue', invented],
  ['the catalogue', catalogue],
])('the rows of %s', (_, data: CatalogueData) => {
  const rows = pairRows(data);
  const factors = moduleFactors(data);

  it('hold every pair of choices that the resolver allows', () => {
    const holds = (choice: Choice) => {
      const { inside, outside, options } = selectionOf(factors, choice);
      const chosen = [...options].flatMap(([id, values]) =>
        Object.entries(values).map(([name, value]) => [`${id}.${name}`, `${value}`] as const),
      );
      return rows.some(
        (row) =>
          [...inside].every((id) => row.modules.includes(id)) &&
          [...outside].every((id) => !row.modules.includes(id)) &&
          chosen.every(([name, value]) => row.options[name] === value),
      );
    };
    const tuples = [...feasibleTuples(factors, 2, feasibleIn(data, factors)).values()];
    expect(tuples.filter((choice) => !holds(choice))).toEqual([]);
  });

  it('have plans that are right', () => {
    for (const { plan } of rows) expect(checkPlan(plan)).toMatchObject({ ok: true });
  });
});

describe('the rows of an invented catalogue', () => {
  const rows = pairRows(invented);
  const withBoth = (a: string, b: string) =>
    rows.filter(({ modules }) => modules.includes(a) && modules.includes(b));

  it('keep apart what is of one slot or in conflict', () => {
    expect(withBoth('by-token', 'by-cookie')).toEqual([]);
    expect(withBoth('files', 'enemy')).toEqual([]);
  });

  it('try each provider with what requires it', () => {
    expect(withBoth('sign-in', 'by-token')).not.toEqual([]);
    expect(withBoth('sign-in', 'by-cookie')).not.toEqual([]);
  });

  it('try every value of an enumeration, and the default and the extremes of an integer', () => {
    const values = (name: string) => new Set(rows.flatMap(({ options }) => options[name] ?? []));
    expect(values('files.storage')).toEqual(new Set(['local', 's3']));
    expect(values('files.limit')).toEqual(new Set(['1', '5', '9']));
  });
});

it('entities hold every pair of features that an entity can have', () => {
  const choices = entityChoices();
  const stands = (tuple: Choice) =>
    choices.some((choice) => [...tuple].every(([factor, value]) => choice.get(factor) === value));
  const tuples = [...feasibleTuples(entityFactors, 2, isPossibleEntity).values()];
  expect(tuples.length).toBeGreaterThan(1000);
  expect(tuples.filter((tuple) => !stands(tuple))).toEqual([]);
  const entities = pairRows(catalogue).flatMap(({ plan }) => plan.entities);
  expect(entities.filter(({ name }) => name !== 'Anchor')).toHaveLength(choices.length);
});

it('a sample takes its turn through all rows', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  expect(sampleRows(rows, 2, 0)).toEqual(['a', 'b']);
  expect(sampleRows(rows, 2, 4)).toEqual(['a', 'e']);
  const seen = new Set([0, 2, 4].flatMap((seed) => sampleRows(rows, 2, seed)));
  expect(seen.size).toBe(5);
});
