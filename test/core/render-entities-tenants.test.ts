import { expect, it } from 'vitest';
import { Entity } from '../../src/core/plan/entity.ts';
import { Relation } from '../../src/core/plan/relation.ts';
import { renderEntities } from '../../src/core/render/entities/render-entities.ts';

const fields = [{ name: 'name', type: 'string' }];
const entity = (name: string, access: object = {}) => Entity.parse({ name, fields, ...access });
const entities = [
  entity('Team', { read: 'public', write: 'admin' }),
  entity('Worker', { read: 'authenticated', write: 'authenticated' }),
  entity('Skill', { read: 'public', write: 'public' }),
];
const relations = [
  { kind: 'one-to-many', from: 'Team', to: 'Worker', required: false },
  { kind: 'one-to-many', from: 'Worker', to: 'Team', as: 'lead', required: false },
  { kind: 'many-to-many', from: 'Worker', to: 'Skill' },
].map((relation) => Relation.parse(relation));

const { files, migrations } = renderEntities({ entities, relations }, { tenancy: true });
const fileOf = (path: string) => files.get(path)?.toString() ?? '';
const sqlOf = (name: string) => migrations.find((each) => each.name === name)?.sql ?? '';

it.each(['teams', 'workers', 'skills', 'workers_skills'])(
  'the rows of %s are those of a tenant, whoever asks',
  (table) => {
    expect(sqlOf(table)).toContain(`alter table ${table} enable row level security;`);
    expect(sqlOf(table)).toContain(`alter table ${table} force row level security;`);
    expect(sqlOf(table)).toContain(
      'using (tenant_id = current_tenant_id()) with check (tenant_id = current_tenant_id())',
    );
  },
);

it('no reference leads out of the tenant, also in a circle and between pairs', () => {
  const sql = migrations.map((each) => each.sql).join('\n');
  const targets = [...sql.matchAll(/references (\w+) \(([\w, ]+)\)/g)];
  const within = targets.filter(([, table]) => table !== 'tenants' && table !== 'users');
  expect(within.map(([, table, columns]) => `${table} ${columns}`).toSorted()).toEqual([
    'skills id, tenant_id',
    'teams id, tenant_id',
    'workers id, tenant_id',
    'workers id, tenant_id',
  ]);
});

it('tables in a circle have a type', () => {
  expect(fileOf('src/entities/teams/table.ts')).toContain('(table): PgTableExtraConfigValue[] =>');
  expect(fileOf('src/entities/skills/table.ts')).toContain('(table) =>');
});

it('each route asks for the tenant, and admins are those of the tenant', () => {
  const teams = fileOf('src/entities/teams/routes.ts');
  expect(teams).toContain('onRequest: app.admitVisitors');
  expect(teams).toContain('onRequest: [app.requireIdentity, app.requireTenantAdmin]');
  const routes = [...files].filter(([path]) => path.endsWith('/routes.ts'));
  expect(routes).toHaveLength(4);
  for (const [, content] of routes) {
    expect(content).not.toMatch(/requireAdmin|request\.identity/);
    expect(content.toString().match(/\n {4}'\//g)?.length).toBe(
      content
        .toString()
        .match(/onRequest: (app\.admitVisitors|\[app\.requireIdentity, app\.requireTenant)/g)
        ?.length,
    );
  }
});

it('each entity and each join has a test of isolation, and none without tenants', () => {
  const tests = (of: typeof files) => [...of.keys()].filter((path) => path.includes('isolation'));
  expect(tests(files)).toHaveLength(4);
  expect(tests(renderEntities({ entities, relations }).files)).toEqual([]);
});
