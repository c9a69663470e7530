import { describe, expect, it } from 'vitest';
import { explainProblem } from '../../src/core/errors/problem.ts';
import type { Module } from '../../src/core/manifest/module.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aCatalogue, aModule, aPlan } from '../builders.ts';

const base = aModule('base', { always: true, provides: { config: '1.0.0' }, order: 0 });
const postgres = aModule('db-postgres', {
  provides: { database: '1.2.0' },
  requires: [{ capability: 'config' }],
  slot: 'database',
  preference: 1,
  order: 30,
});
const sqlite = aModule('db-sqlite', {
  provides: { database: '1.0.0' },
  slot: 'database',
  order: 30,
});
const users = aModule('users', {
  provides: { users: '1.0.0' },
  requires: [{ capability: 'database' }],
});
const stateless = aModule('stateless', {
  conflicts: [{ module: 'users', why: { en: 'It keeps nothing.', ru: 'Он ничего не хранит.' } }],
});
const limiter = aModule('limiter', {
  options: {
    max: { type: 'integer', description: 'Requests.', default: 100, minimum: 1, maximum: 1000 },
    store: { type: 'string', description: 'Where.', default: 'memory', enum: ['memory', 'redis'] },
  },
});
const all = [base, postgres, sqlite, users, stateless, limiter];

const resolveIds = (plan: Plan, modules: Module[] = all) => {
  const result = resolve(plan, aCatalogue(...modules));
  return result.ok
    ? result.value.modules.map(({ module }) => module.id)
    : result.problems.map((problem) => {
        const { code, sentence, suggestion } = explainProblem(problem, 'en');
        return `${code}: ${sentence} ${suggestion}`;
      });
};
const withOptions = (options: Record<string, string | number | boolean>) =>
  aPlan([], { modules: [{ id: 'limiter', options, reason: '' }] });

describe('resolve', () => {
  it.each([
    ['modules that are always in', aPlan([]), ['base']],
    ['what a module requires, before it', aPlan(['users']), ['base', 'db-postgres', 'users']],
    [
      'the provider that the plan names',
      aPlan(['users', 'db-sqlite']),
      ['base', 'db-sqlite', 'users'],
    ],
  ])('chooses %s', (_, plan, ids) => {
    expect(resolveIds(plan)).toEqual(ids);
  });

  it.each([
    [
      'an unknown module, with the nearest',
      aPlan(['user']),
      ['module.unknown: There is no module `user` in the catalogue. The nearest name is `users`.'],
    ],
    [
      'modules that conflict, with what to leave out',
      aPlan(['users', 'stateless']),
      [
        'module.conflict: `stateless` and `users` cannot stand together: It keeps nothing. It works without `users`.',
      ],
    ],
    [
      'two modules in one slot',
      aPlan(['db-postgres', 'db-sqlite']),
      [
        'slot.taken: Only one module can be the database, and the plan has `db-postgres` and `db-sqlite`. Choose one of them: it works without `db-sqlite`.',
      ],
    ],
    [
      'an option that is not there',
      withOptions({ speed: 1 }),
      ['option.unknown: `limiter` has no option `speed`. Its options are: max, store.'],
    ],
    [
      'an option out of range',
      withOptions({ max: 0 }),
      ['option.invalid: The option `max` of `limiter` cannot be 0. It takes integer ≥ 1 ≤ 1000.'],
    ],
    [
      'an option outside its values',
      withOptions({ store: 'disk' }),
      ['option.invalid: The option `store` of `limiter` cannot be "disk". It takes memory, redis.'],
    ],
  ])('refuses %s', (_, plan, problems) => {
    expect(resolveIds(plan)).toEqual(problems);
  });

  it('refuses a requirement that nobody provides', () => {
    expect(resolveIds(aPlan(['users']), [users])).toEqual([
      'capability.missing: `users` needs `database` ^1.0.0, which no module provides. Leave `users` out, or ask for a module that provides it.',
    ]);
  });

  it('does not take a provider of another major version', () => {
    const next = aModule('db-next', { provides: { database: '2.0.0' } });
    expect(resolveIds(aPlan(['users']), [users, next])[0]).toContain('capability.missing');
  });

  it('fills in defaults and keeps what the plan sets', () => {
    const result = resolve(withOptions({ max: 5 }), aCatalogue(limiter));
    expect(result.ok && result.value.modules[0]?.options).toEqual({ max: 5, store: 'memory' });
  });

  it('says who required a module', () => {
    const result = resolve(aPlan(['users']), aCatalogue(...all));
    const modules = result.ok ? result.value.modules : [];
    expect(modules.find(({ module }) => module.id === 'db-postgres')?.cause).toMatchObject({
      kind: 'required',
      by: 'users',
      capability: 'database',
    });
  });

  it('asks for crud, an identity and a way to sign in when entities have owners', () => {
    const note = { name: 'Note', fields: [], owned: true, read: 'owner', write: 'owner' } as const;
    const plan = aPlan([], { entities: [{ ...note, fields: [], description: '' }] });
    expect(resolveIds(plan, []).map((line) => line.split('`')[3])).toEqual([
      'crud',
      'identity',
      'sign-in',
    ]);
  });
});
