import { describe, expect, it } from 'vitest';
import { keptBy } from '../../src/core/adopt/kept-by.ts';
import { Plan } from '../../src/core/plan/plan.ts';
import { render } from '../../src/core/render/render.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aCatalogue, aModule, aPlan } from '../builders.ts';
import { catalogue } from '../servers/render-to.ts';

const orders = aModule('orders', {
  provides: { orders: '1.0.0', crud: '1.0.0' },
  entities: [
    {
      name: 'Product',
      fields: [
        { name: 'price', type: 'money' },
        { name: 'stock', type: 'integer', min: 0, default: 0 },
      ],
    },
  ],
  ownsEntities: [{ name: 'Order', fields: [{ name: 'total', type: 'money' }] }],
  ownsRelations: [{ kind: 'one-to-many', from: 'Product', to: 'Order' }],
});

function adopt(entities: object[], relations: object[] = [], language = 'en') {
  const plan = Plan.parse({ ...aPlan(['orders']), language, entities, relations });
  return resolve(plan, aCatalogue(orders));
}

function adopted(...given: Parameters<typeof adopt>) {
  const resolved = adopt(...given);
  if (!resolved.ok) throw new Error(resolved.problems.map(({ code }) => code).join());
  return resolved.value;
}

const field = (name: string, type: string, rest = {}) => ({ name, type, ...rest });

describe('what a module stands on', () => {
  it('is added when the plan has nothing of the kind', () => {
    const { plan } = adopted([]);
    expect(plan.entities.map(({ name }) => name)).toEqual(['Product']);
    expect(plan.assumptions).toEqual(['Product was added: the module orders stands on it.']);
  });

  it('is fitted: missing fields come, loose ones are tightened, the rest stays', () => {
    const { plan } = adopted([
      {
        name: 'Products',
        fields: [field('label', 'string'), field('stock', 'integer', { required: false })],
      },
    ]);
    expect(plan.entities[0]?.fields).toMatchObject([
      { name: 'label', type: 'string' },
      { name: 'stock', required: true, min: 0, default: 0 },
      { name: 'price', type: 'money' },
    ]);
    expect(plan.assumptions[0]).toContain('stock, price');
  });

  it('leaves a plan alone that has it all, stricter bounds included', () => {
    const fields = [
      field('price', 'money', { min: 5 }),
      field('stock', 'integer', { min: 1, default: 3 }),
    ];
    const { plan } = adopted([{ name: 'Product', fields }]);
    expect(plan.entities[0]?.fields).toMatchObject(fields);
    expect(plan.assumptions).toEqual([]);
  });

  it('cannot be of another type', () => {
    const resolved = adopt([{ name: 'Product', fields: [field('price', 'decimal')] }]);
    expect(resolved).toMatchObject({
      ok: false,
      problems: [{ code: 'plan.foundation-type', params: { field: 'price', given: 'decimal' } }],
    });
  });
});

describe('what a module keeps itself', () => {
  const product = {
    name: 'Product',
    fields: [field('price', 'money'), field('stock', 'integer', { min: 0 })],
  };
  const entities = [
    product,
    { name: 'Orders', fields: [field('total', 'money'), field('giftWrap', 'boolean')] },
    { name: 'Shipment', fields: [field('code', 'string')] },
  ];
  const relations = [
    { kind: 'one-to-many', from: 'Product', to: 'Orders' },
    { kind: 'one-to-many', from: 'Orders', to: 'Shipment' },
    { kind: 'one-to-many', from: 'Product', to: 'Shipment' },
  ];

  it.each(['en', 'ru'])('is not generated, and that is told in %s', (language) => {
    const resolution = adopted(entities, relations, language);
    const { plan } = resolution;
    expect(plan.entities.map(({ name }) => name)).toEqual(['Product', 'Shipment']);
    expect(plan.relations).toMatchObject([{ from: 'Product', to: 'Shipment' }]);
    const [kept, lost, cut, ...rest] = plan.assumptions;
    expect(kept).toMatch(
      language === 'en' ? /^Orders: kept by the module orders/ : /^Orders: хранит модуль orders/,
    );
    expect(lost).toContain('giftWrap');
    expect(cut).toContain('Orders – Shipment');
    expect(rest).toEqual([]);
    expect(keptBy(resolution).entities.map(({ name }) => name)).toContain('Order');
  });

  it.each([
    ['en', "The module's Order has total for amount."],
    ['ru', 'В Order модуля вместо amount есть total.'],
  ])('tells what the module calls otherwise, in %s', (language, sentence) => {
    const order = { name: 'Order', fields: [field('amount', 'money')] };
    expect(adopted([product, order], [], language).plan.assumptions).toContain(sentence);
    const twice = { ...order, fields: [...order.fields, field('deposit', 'money')] };
    expect(adopted([product, twice]).plan.assumptions.join()).toContain('has no amount, deposit:');
  });

  it('does not change twice', () => {
    const once = adopted(entities, relations).plan;
    expect(adopted(once.entities, once.relations).plan.assumptions).toEqual([]);
  });
});

it('a shop is generated on the modules of orders and carts, after the tables of its entities', () => {
  const shop = catalogue.blueprints.find(({ id }) => id === 'shop')?.plan;
  const { entities = [], relations = [], modules = [] } = shop ?? {};
  const resolved = resolve(aPlan(modules, { entities, relations }), catalogue);
  if (!resolved.ok) throw new Error('The shop does not resolve.');
  const { lock, files, endpoints } = render(resolved.value, catalogue);
  expect(lock.entities.map(({ name }) => name)).not.toContain('Order');
  const tables = lock.migrations.map((name) => name.slice(5));
  expect(tables.indexOf('orders')).toBeGreaterThan(tables.indexOf('products'));
  expect([...files.keys()].filter((path) => path.startsWith('src/entities/orders'))).toEqual([]);
  expect(files.get('README.md')).toContain('Order ||--o{ OrderItem');
  expect(endpoints.filter(({ path }) => path === '/orders')).toHaveLength(2);
});
