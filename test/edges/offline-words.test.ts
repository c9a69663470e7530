import { describe, expect, test } from 'vitest';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { catalogue } from './llm-catalogue.ts';

const planOf = (text: string) => {
  const result = planOffline({ text, catalogue });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const topics = (text: string) => planOf(text).uncovered.flatMap(({ topic }) => topic ?? []);

describe('what is asked for', () => {
  test.each([
    ['a blog with Celery for heavy work', 'job-queue'],
    ['avatars go to MinIO, API', 'object-storage-s3'],
    ['a blog, texts in German and English', 'i18n'],
    ['a blog; digest mails go out every 3 hours', 'scheduler-cron'],
    ['orders API, rates come from the Stripe API', 'http-client'],
    ['SaaS where every clinic sees only its own patients', 'multi-tenancy'],
    ['shop API, a retried request must not charge twice', 'idempotency'],
    ['a chat API', 'websocket'],
    ['a clinic API for doctors and patients', 'rbac'],
    ['блог, раз в неделю дайджест', 'scheduler-cron'],
    ['магазин, вход по госуслугам', 'auth-oauth'],
    ['API: все изменения фиксируются, заказы', 'audit-log'],
  ])('%s: %s', (text, topic) => expect(topics(text)).toContain(topic));

  test.each([
    ['a hotel API with prices per night', 'scheduler-cron'],
    ['a weekly schedule of a yoga studio, API', 'scheduler-cron'],
    ['electricity meters of tenants, API', 'multi-tenancy'],
    ['a Library API with books', 'http-client'],
    ['a seed shop API: seeds, crops', 'seed-data'],
    ['a translation agency API: translators, orders', 'i18n'],
    ['массажный салон, карта клиента, API', 'payments-stripe'],
  ])('%s: no %s', (text, topic) => expect(topics(text)).not.toContain(topic));
});

describe('typing errors in technical words', () => {
  test.each([
    ['a blog with Kubernets', 'deploy-kubernetes'],
    ['a blog in mongdob', 'db-mongodb'],
    ['a blog with webscokets', 'websocket'],
    ['блог, уведомлния', 'notifications'],
  ])('%s: %s', (text, topic) => expect(topics(text)).toContain(topic));

  test('are no excuse for taking other words for them', () =>
    expect(
      planOf('a massage salon API: massages, employers').entities.map((e) => e.name),
    ).not.toEqual(expect.arrayContaining(['Message'])));
});

describe('other languages', () => {
  test.each([
    ['Notizen-API mit Volltextsuche', 'full-text-search', 'Note'],
    ['API de productos, pagos con tarjeta', 'payments-stripe', 'Product'],
    ['API pour des livres, recherche plein texte', 'full-text-search', 'Book'],
    ['图书借阅系统后端，短信验证码登录', 'sms', 'Book'],
  ])('%s: %s and %s', (text, topic, entity) => {
    expect(topics(text)).toContain(topic);
    expect(planOf(text).entities.map(({ name }) => name)).toContain(entity);
    expect(planOf(text).language).toBe('en');
  });

  test.each(['Notizen-API ohne Suche', 'API de notas sin búsqueda', '笔记接口，不需要搜索'])(
    '%s: no search',
    (text) => expect(topics(text)).toEqual([]),
  );
});

describe('what is left out', () => {
  test.each([
    ['блог, Postgres не ставить', 'db-postgres'],
    ['a blog, no database server', 'db-postgres'],
    ['an API gateway that checks JWT', 'auth-password'],
  ])('%s: the plan does not choose %s', (text, id) =>
    expect(planOf(text).modules.map((module) => module.id)).not.toContain(id),
  );

  test('a back end of which nothing is said keeps something', () =>
    expect(planOf('backend for beekeepers').modules.map(({ id }) => id)).toEqual([
      'crud',
      'db-postgres',
    ]));
});

describe('entities that are written like code', () => {
  const text = 'Escape room booking API. Room(name, maxPlayers). Booking(teamName, players, email)';

  test('have the fields in the bracket, also where these are plural', () =>
    expect(
      planOf(text).entities.map(({ name, fields }) => [name, fields.map((field) => field.name)]),
    ).toEqual([
      ['Booking', ['teamName', 'players', 'email']],
      ['Room', ['name', 'maxPlayers']],
    ]));

  test('are not joined by others of a ready model', () =>
    expect(planOf('a hotel API').entities.map(({ name }) => name)).toContain('Hotel'));
});

describe('what is kept', () => {
  test.each([
    ['a project management tool', ['Project', 'Task', 'Comment']],
    ['something like Trello', ['Project', 'Task', 'Comment']],
    ['складской учёт', ['Warehouse', 'Product', 'StockMovement']],
    ['an Airbnb-like site with rooms', ['Room']],
    ['posts with comments, likes and tags', ['Post', 'Comment', 'Like', 'Tag']],
    ['posts with title and likes', ['Post']],
  ])('%s: %s', (text, names) => {
    expect(planOf(text).entities.map((each) => each.name)).toEqual(names);
  });
});
