import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const catalogue = await treeCatalogue(root).load();

test.each([
  ['an online store with accounts, product catalogue, orders', true],
  ['сервер для интернет-магазина с аутентификацией', true],
  ['a blog with comments', true],
  ["a gym's bookings", true],
  ['a to-do API without authentication', false],
])('%s resolves over the modules that ship, with sign-in: %s', (text, signIn) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const resolved = resolve(plan.value, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const ids = resolved.value.modules.map(({ module }) => module.id);
  expect(ids).toEqual(expect.arrayContaining(['base', 'crud', 'db-postgres']));
  expect(ids.includes('auth-password')).toBe(signIn);
  expect(ids.includes('auth-jwt')).toBe(signIn);
  expect(plan.value.uncovered).toEqual([]);
});

test('the same words give the same plan', () => {
  const plan = () => JSON.stringify(planOffline({ text: 'a shop and a blog', catalogue }));
  expect(plan()).toBe(plan());
});
