import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { explainProblem } from '../../src/core/errors/problem.ts';
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

const identityOf = (text: string) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const resolved = resolve(plan.value, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.value.providers.get('identity');
};

test.each([
  ['a shop with accounts', 'auth-jwt'],
  ['a blog with accounts and sessions', 'auth-jwt'],
  ['a shop with accounts and cookie sessions', 'auth-session'],
  ['a blog where people log in; session cookies instead of JWT', 'auth-session'],
  ['a to-do list with login and server-side sessions', 'auth-session'],
  ['блог с регистрацией, сессии на куках', 'auth-session'],
  ['интернет-магазин, вход по паролю, сессии в cookie', 'auth-session'],
  ['a blog with login, no cookies please', 'auth-jwt'],
  ['блог с авторизацией без кук, на JWT', 'auth-jwt'],
  ['a blog with JWT in an HttpOnly cookie', 'auth-jwt'],
])('%s: people stay signed in by %s', (text, id) => {
  expect(identityOf(text)).toBe(id);
});

test('of JWT and cookies, the plan says which one is left out', () => {
  const plan = planOffline({ text: 'a blog with JWT in an HttpOnly cookie', catalogue });
  expect(plan.ok && plan.value.assumptions.join(' ')).toContain('Say “cookie sessions”');
});

test('cookies are taken where JWT is not to be had', () => {
  const modules = new Map([...catalogue.modules].filter(([id]) => id !== 'auth-jwt'));
  const text = 'a blog with JWT in an HttpOnly cookie';
  const plan = planOffline({ text, catalogue: { ...catalogue, modules } });
  expect(plan.ok && plan.value.modules.map(({ id }) => id)).toContain('auth-session');
});

test('both ways to stay signed in at once are refused', () => {
  const plan = planOffline({ text: 'a blog with accounts', catalogue });
  if (!plan.ok) throw new Error('no plan');
  const reason = 'Asked for.';
  const ids = ['auth-jwt', 'auth-session'];
  const modules = ids.map((id) => ({ id, options: {}, reason }));
  const resolved = resolve({ ...plan.value, modules }, catalogue);
  expect(resolved.ok ? [] : resolved.problems.map((each) => explainProblem(each, 'en'))).toEqual([
    expect.objectContaining({
      code: 'slot.taken',
      sentence:
        'Only one module can be the identity, and the plan has `auth-jwt` and `auth-session`.',
      suggestion: 'Choose one of them: it works without `auth-session`.',
    }),
  ]);
});

test('the same words give the same plan', () => {
  const plan = () => JSON.stringify(planOffline({ text: 'a shop and a blog', catalogue }));
  expect(plan()).toBe(plan());
});

test.each([
  ['a shop with accounts and password reset by e-mail', true],
  ['a shop whose customers get an email when their order is paid', true],
  ['магазин с восстановлением пароля по почте', true],
  ['an online store with accounts, product catalogue, orders', false],
  ['магазин с регистрацией и входом по паролю', false],
])('%s is given mail: %s', (text, mail) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  expect(plan.value.modules.some(({ id }) => id === 'email')).toBe(mail);
  expect(plan.value.uncovered).toEqual([]);
});

test.each([
  ['a blog that sends a nightly report', ['jobs', 'scheduler']],
  ['блог, где тяжёлая обработка идёт через фоновые задачи', ['jobs']],
  ['a blog with a job queue and retries', ['jobs']],
  ['a blog with prometheus metrics and k8s manifests', ['metrics-prometheus', 'kubernetes']],
  ['блог с метриками для графаны, деплой в кубернетес', ['metrics-prometheus', 'kubernetes']],
])('%s asks for %j', (text, asked) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const resolved = resolve(plan.value, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const ids = resolved.value.modules.map(({ module }) => module.id);
  expect(ids).toEqual(expect.arrayContaining(asked));
});

test.each([
  'an online store with Stripe',
  'an online store with accounts, product catalogue, orders and Stripe',
  'a shop API where people pay by card',
  'интернет-магазин с оплатой картой через Stripe',
])('%s takes payments with Stripe', (text) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const ids = plan.value.modules.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['orders', 'payments-stripe']));
  expect(plan.value.uncovered).toEqual([]);
  const resolved = resolve(plan.value, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  expect(resolved.value.providers.get('payments')).toBe('payments-stripe');
});

test.each(['a shop with PayPal', 'a shop, no Stripe'])('%s does not', (text) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  expect(plan.value.modules.map(({ id }) => id)).not.toContain('payments-stripe');
});

test.each([
  ['a blog; cache product pages in Redis', ['cache', 'redis']],
  ['интернет-магазин, кэширование в Redis', ['cache', 'redis']],
  ['a blog with an in-memory cache', ['cache', 'redis']],
])('%s asks for %j', (text, asked) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const resolved = resolve(plan.value, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const ids = resolved.value.modules.map(({ module }) => module.id);
  expect(ids).toEqual(expect.arrayContaining(asked));
  expect(plan.value.uncovered).toEqual([]);
});

test('a cache is not asked for by a shop that says nothing of it', () => {
  const plan = planOffline({ text: 'a shop with accounts', catalogue });
  expect(plan.ok && plan.value.modules.map(({ id }) => id)).not.toContain('cache');
});
