import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/core/plan/plan.ts';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { catalogue } from './llm-catalogue.ts';

function planOf(text: string): Plan {
  const result = planOffline({ text, catalogue });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const modules = ({ modules }: Plan) => modules.map(({ id }) => id).toSorted();
const entities = ({ entities }: Plan) => entities.map(({ name }) => name);
const entity = (plan: Plan, name: string) => plan.entities.find((one) => one.name === name);
const fields = (plan: Plan, name: string) =>
  entity(plan, name)?.fields.map((field) => `${field.name}:${field.type}`);
const parts = ({ uncovered }: Plan) => uncovered.map(({ part }) => part);
/** The resolver adds sign-in where rows belong to people and nobody spoke of accounts. */
const unsaid = ['crud', 'db-postgres'];
const withAccounts = ['auth-jwt', 'auth-password', 'crud', 'db-postgres'];

describe('requests that must plan well', () => {
  test('an online store with accounts, product catalogue, orders', () => {
    const plan = planOf('an online store with accounts, product catalogue, orders');
    expect(plan).toMatchObject({ name: 'online-store', title: 'Online store', language: 'en' });
    expect(modules(plan)).toEqual(withAccounts);
    expect(entities(plan)).toEqual(['Category', 'Product', 'Order', 'OrderItem']);
    expect(entity(plan, 'Product')).toMatchObject({ owned: false, read: 'public', write: 'admin' });
    expect(entity(plan, 'Order')).toMatchObject({ owned: true, read: 'owner', write: 'owner' });
    expect(fields(plan, 'Product')).toContain('price:money');
    expect(plan.uncovered).toEqual([]);
  });

  test('search and Stripe are told to be missing', () => {
    const plan = planOf('an online store with accounts, search and Stripe');
    expect(entities(plan)).toContain('Order');
    expect(parts(plan)).toEqual([
      'Full-text search (“search”)',
      'Card payments with Stripe (“Stripe”)',
    ]);
    expect(plan.uncovered.every(({ advice }) => advice.length > 20)).toBe(true);
  });

  test('сервер для интернет-магазина с аутентификацией', () => {
    const plan = planOf('сервер для интернет-магазина с аутентификацией');
    expect(plan).toMatchObject({ name: 'online-store', title: 'Интернет-магазин', language: 'ru' });
    expect(modules(plan)).toEqual(withAccounts);
    expect(entities(plan)).toContain('Product');
    expect(plan.assumptions[0]).toMatch(/офлайн-планировщик/);
  });

  test('a blog with comments', () => {
    const plan = planOf('a blog with comments');
    expect(entities(plan)).toEqual(['Post', 'Comment']);
    expect(plan.relations).toContainEqual(
      expect.objectContaining({ kind: 'one-to-many', from: 'Post', to: 'Comment' }),
    );
    expect(entity(plan, 'Comment')).toMatchObject({ owned: true, read: 'public', write: 'owner' });
    expect(modules(plan)).toEqual(unsaid);
    expect(plan.assumptions.join()).toContain('Accounts were not mentioned');
    expect(entities(planOf('a blog with comments and tags'))).toEqual(['Post', 'Comment', 'Tag']);
  });

  test.each([
    'a to-do API without authentication',
    'todo list server, no login',
    'список дел без авторизации',
    'список дел, авторизация не нужна',
  ])('%s is open to everybody', (text) => {
    const plan = planOf(text);
    expect(modules(plan)).toEqual(['crud', 'db-postgres']);
    expect(entity(plan, 'Task')).toMatchObject({ owned: false, read: 'public', write: 'public' });
    expect(plan.entities.some(({ owned }) => owned)).toBe(false);
  });

  test("a gym's bookings", () => {
    const plan = planOf("a gym's bookings");
    expect(entities(plan)).toEqual(['Trainer', 'GymClass', 'Booking']);
    expect(entity(plan, 'Booking')).toMatchObject({ owned: true, read: 'owner' });
    expect(modules(plan)).toEqual(unsaid);
  });

  test('a list of entities, one with its fields', () => {
    const plan = planOf('API for a library: books with title, isbn and year, authors, loans');
    expect(entities(plan).toSorted()).toEqual(['Author', 'Book', 'Loan']);
    expect(fields(plan, 'Book')).toEqual(['title:string', 'isbn:string', 'year:integer']);
    expect(plan.relations.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([
      'Author Book',
      'Book Loan',
    ]);
  });
});

describe('entities and fields of the text', () => {
  test.each([
    [
      'products with name, price and stock',
      'Product',
      ['name:string', 'price:money', 'stock:integer'],
    ],
    ['товары с названием и ценой', 'Product', ['name:string', 'price:money']],
    [
      'API for recipes. Recipe(title, steps, is vegan)',
      'Recipe',
      ['title:string', 'steps:text', 'isVegan:boolean'],
    ],
    [
      'drones with name, weight and serial number',
      'Drone',
      ['name:string', 'weight:number', 'serialNumber:string'],
    ],
    [
      'tasks; each task belongs to a project and has title, due date',
      'Task',
      ['title:string', 'dueDate:date'],
    ],
    ['дроны с названием и весом', 'Drony', ['name:string', 'weight:number']],
    [
      'API для склада: товары (название, артикул), поставщики',
      'Product',
      ['name:string', 'sku:string'],
    ],
  ])('%s', (text, name, expected) => expect(fields(planOf(text), name)).toEqual(expected));

  test('brackets say the values, that a field is unique, and what may be missing', () => {
    const plan = planOf(
      'tickets (subject, status (new, open, closed), code (unique), note (optional)), API',
    );
    const plain = { required: true, unique: false, managed: false };
    expect(entity(plan, 'Ticket')?.fields).toEqual([
      { name: 'subject', type: 'string', ...plain },
      {
        name: 'status',
        type: 'enum',
        ...plain,
        managed: true,
        values: ['new', 'open', 'closed'],
        default: 'new',
      },
      { name: 'code', type: 'string', ...plain, unique: true },
      { name: 'note', type: 'text', ...plain, required: false },
    ]);
  });

  test.each([
    ['an online store; order items (quantity)', 'OrderItem', { min: 1 }],
    ['an online store; reviews (rating, body)', 'Review', { min: 1, max: 5 }],
    ['sensors (label, weight)', 'Sensor', { min: 0 }],
    ['sensors (label, latitude)', 'Sensor', { min: -90, max: 90 }],
    ['sensors (label, temperature)', 'Sensor', {}],
    ['a warehouse API with accounts, inventory items', 'InventoryItem', { min: 0 }],
  ])('the numbers of “%s” have their usual bounds', (text, name, bounds) => {
    const field = entity(planOf(text), name)?.fields.find(({ type }) =>
      /integer|number/.test(type),
    );
    expect({ min: field?.min, max: field?.max }).toEqual({
      min: undefined,
      max: undefined,
      ...bounds,
    });
  });

  test.each([
    ['as the ready model has them', 'an online store', ['status', 'total']],
    ['named in the text', 'an online store; orders (status, total, note)', ['status', 'total']],
    ['as the dictionary has them', 'a bakery API with accounts, orders', ['status', 'total']],
  ])('the status and the total of an order are set by admins only: %s', (_, text, managed) => {
    const fields = entity(planOf(text), 'Order')?.fields.filter((field) => field.managed);
    expect(fields?.map(({ name }) => name)).toEqual(managed);
    expect(fields?.every((field) => !field.required || field.default !== undefined)).toBe(true);
  });

  test('plural nouns after “with” are rows of their own', () => {
    const plan = planOf('projects with tasks, sprints');
    expect(entities(plan)).toEqual(['Project', 'Task', 'Sprint']);
    expect(plan.relations).toContainEqual(expect.objectContaining({ from: 'Project', to: 'Task' }));
  });

  test('unknown plurals in a list are entities too', () =>
    expect(entities(planOf('CRUD for sprockets and widgets'))).toEqual(['Sprocket', 'Widget']));

  test.each([
    ['an API where people book rooms', ['Room']],
    ['сервис для записи к врачу', ['Doctor', 'Patient', 'Appointment']],
    ['an API for book reviews', ['Book', 'Review']],
    ['POST /films creates a film, GET /films/:id returns it, API', ['Movie']],
    [
      'a gym with a booking page, and a hotel with bookings',
      ['Trainer', 'GymClass', 'Booking', 'Hotel', 'Room'],
    ],
  ])('%s keeps %j', (text, names) => expect(entities(planOf(text))).toEqual(names));

  test('a person who signs in is the users module, not a table', () =>
    expect(entities(planOf('users with login, and books'))).toEqual(['Book']));
});

describe('features', () => {
  test.each([
    ['a blog with Kafka', 'Kafka (“Kafka”)'],
    ['a blog in MongoDB', 'MongoDB (“MongoDB”)'],
    ['a blog over GraphQL', 'GraphQL (“GraphQL”)'],
    [
      'a blog where people log in with Google',
      'Sign-in through other services (“log in with Google”)',
    ],
    ['a blog with two-factor authentication', 'Two-factor authentication (“two-factor”)'],
    ['блог с загрузкой файлов', 'Загрузка файлов («загрузкой файлов»)'],
    ['блог и рассылка писем', 'Электронная почта («рассылка»)'],
    ['блог в Kubernetes', 'Kubernetes («Kubernetes»)'],
  ])('%s: %s is not covered', (text, part) => expect(parts(planOf(text))).toContain(part));

  test.each([
    'a blog without search',
    'a blog, no Stripe or search',
    'блог без поиска',
    'блог, поиск не нужен',
  ])('%s misses nothing', (text) => expect(parts(planOf(text))).toEqual([]));

  test('a sentence in which nothing was understood is told, one that was is not', () =>
    expect(parts(planOf('A blog. The moon phase decides everything. Posts have tags.'))).toEqual([
      '“moon phase decides everything”',
    ]));

  test('a module that answers a label covers it', () => {
    const plan = planOf('a blog with Docker and paginated lists');
    expect(modules(plan)).toEqual([...unsaid, 'docker']);
    expect(plan.uncovered).toEqual([]);
  });

  test('keywords of a manifest choose the module, with the words as the reason', () =>
    expect(planOf('a hello world server').modules).toEqual([
      { id: 'hello', options: {}, reason: 'The request says “hello world”.' },
    ]));
});
