import { expect, test } from 'vitest';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const catalogue = await treeCatalogue(process.cwd()).load();

function planOf(text: string) {
  const result = planOffline({ text, catalogue });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const modulesOf = (text: string) => planOf(text).modules.map(({ id }) => id);

test.each([
  'multi-tenant CRM',
  'a CRM for several companies with tenant isolation',
  'a help desk where every company sees only its own tickets',
  'мультитенантная CRM',
  'таск-трекер, каждая организация видит только свои данные',
])('keeps tenants apart: %s', (text) => {
  expect(modulesOf(text)).toContain('multi-tenancy');
  const resolved = resolve(planOf(text), catalogue);
  expect(resolved.ok && resolved.value.providers.get('tenancy')).toBe('multi-tenancy');
});

test('tenants that a plan has as an entity give way to those of the module', () => {
  const plan = planOf('a multi-tenant CRM');
  const entity = { ...plan.entities[0], name: 'Tenant' } as (typeof plan.entities)[number];
  const resolved = resolve({ ...plan, entities: [...plan.entities, entity] }, catalogue);
  expect(resolved.ok && resolved.value.plan.entities.map(({ name }) => name)).not.toContain(
    'Tenant',
  );
  expect(resolved.ok).toBe(true);
});

test.each([
  'a CRM',
  'a rental agency: tenants with name and phone',
  'a league: teams with players, organisations that pay for them',
  'CRM без мультитенантности',
])('does not: %s', (text) => expect(modulesOf(text)).not.toContain('multi-tenancy'));

test.each([
  ['a multi-tenant blog with comments', 'Roles and permissions'],
  ['a multi-tenant shop with a cart and orders', 'Orders'],
])('leaves out what does not fit, and says so: %s', (text, part) => {
  const plan = planOf(text);
  expect(plan.uncovered.map((each) => each.part)).toContain(part);
  expect(plan.roles).toEqual([]);
  expect(resolve(plan, catalogue)).toMatchObject({ ok: true });
});

test.each([
  [
    'a multi-tenant CRM with roles and permissions',
    'Left out beside “Multi-tenancy”. Its roles would hold in every tenant at once. Members of a tenant are owners, admins or members of it, and routes heed that.',
  ],
  [
    'мультитенантная CRM с ролями и правами доступа',
    'Не вошло, потому что есть «Multi-tenancy». Его роли действовали бы сразу во всех организациях. Участник организации – её владелец, администратор или рядовой, и маршруты это учитывают.',
  ],
])('says why something has no place beside tenants: %s', (text, advice) => {
  expect(planOf(text).uncovered.map((each) => each.advice)).toContain(advice);
});
