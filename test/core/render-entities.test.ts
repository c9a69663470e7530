import { describe, expect, it } from 'vitest';
import { Entity } from '../../src/core/plan/entity.ts';
import { Relation } from '../../src/core/plan/relation.ts';
import { renderEntities } from '../../src/core/render/entities/render-entities.ts';

type Input = Record<string, unknown>;

const rendered = (entities: Input[], relations: Input[] = []) =>
  renderEntities({
    entities: entities.map((entity) => Entity.parse({ fields: [], ...entity })),
    relations: relations.map((relation) => Relation.parse(relation)),
  });

const name = { name: 'name', type: 'string' };
const sqlOf = (result: ReturnType<typeof rendered>, table: string) =>
  result.migrations.find((migration) => migration.name === table)?.sql ?? '';

describe('names', () => {
  it.each([
    ['Category', 'categories'],
    ['OrderItem', 'order-items'],
    ['Person', 'people'],
    ['Equipment', 'equipment'],
    ['Class', 'classes'],
    ['FAQEntry', 'faq-entries'],
  ])('%s is served at /%s', (entity, path) => {
    const { endpoints, plugins } = rendered([{ name: entity, fields: [name] }]);
    expect(endpoints[0]?.path).toBe(`/${path}`);
    expect(plugins[0]?.path).toBe(`src/entities/${path}/routes.ts`);
  });

  it('words of SQL are quoted', () => {
    const fields = [
      { name: 'order', type: 'integer' },
      { name: 'user', type: 'string' },
    ];
    const sql = sqlOf(rendered([{ name: 'Lesson', fields }]), 'lessons');
    expect(sql).toContain('"order" integer not null');
    expect(sql).toContain('"user" text not null');
  });

  it('no name in SQL is longer than PostgreSQL keeps', () => {
    const fields = [{ name: 'aRatherLongNameOfAFieldThatGoesOnAndOn', type: 'string' }];
    const sql = sqlOf(
      rendered([{ name: 'AnEntityWithARatherLongNameToo', fields }]),
      'an_entity_with_a_rather_long_name_toos',
    );
    const longest = Math.max(...sql.split(/[^\w]+/).map((word) => word.length));
    expect(sql).toContain('create index');
    expect(longest).toBeLessThanOrEqual(63);
  });

  it('fields that differ only in case have columns of their own', () => {
    const fields = ['imageURL', 'imageUrl'].map((field) => ({ name: field, type: 'url' }));
    const sql = sqlOf(rendered([{ name: 'Post', fields }]), 'posts');
    expect(sql).toContain('image_url text not null,\n  image_url_2 text not null');
  });
});

describe('tables', () => {
  const money = { name: 'price', type: 'money' };

  it('come after the tables that they point at', () => {
    const { migrations } = rendered(
      [{ name: 'OrderItem' }, { name: 'Order' }, { name: 'Product' }],
      [
        { kind: 'one-to-many', from: 'Order', to: 'OrderItem' },
        { kind: 'one-to-many', from: 'Product', to: 'OrderItem' },
      ],
    );
    expect(migrations.map((migration) => migration.name)).toEqual([
      'orders',
      'products',
      'order_items',
    ]);
  });

  it('that point at each other get the late foreign key at the end', () => {
    const result = rendered(
      [
        { name: 'Employee', fields: [name] },
        { name: 'Team', fields: [name] },
      ],
      [
        { kind: 'one-to-many', from: 'Team', to: 'Employee' },
        { kind: 'one-to-many', from: 'Employee', to: 'Team', as: 'lead', required: false },
      ],
    );
    expect(result.migrations.map((migration) => migration.name)).toEqual([
      'teams',
      'employees',
      'circular_references',
    ]);
    expect(sqlOf(result, 'circular_references')).toBe(
      'alter table teams add constraint teams_lead_id_fkey foreign key (lead_id) references employees (id);\n',
    );
  });

  it('keep money as a whole amount and a currency, both or neither', () => {
    const sql = sqlOf(
      rendered([{ name: 'Offer', fields: [{ ...money, required: false }] }]),
      'offers',
    );
    expect(sql).toContain('price_amount bigint,\n  price_currency text,');
    expect(sql).toContain('check ((price_amount is null) = (price_currency is null))');
  });

  it.each([
    [
      { name: 'stock', type: 'integer', min: 0 },
      'stock_range check (stock >= 0)',
      'within(wholeNumber, { minimum: 0 })',
    ],
    [
      { name: 'stars', type: 'integer', min: 1, max: 5 },
      'stars_range check (stars >= 1 and stars <= 5)',
      'within(wholeNumber, { minimum: 1, maximum: 5 })',
    ],
    [
      { name: 'share', type: 'number', max: 0.5 },
      'share_range check (share <= 0.5)',
      'within(anyNumber, { maximum: 0.5 })',
    ],
    [money, 'price_amount_range check (price_amount >= 0)', 'priceAmount: moneyAmount,'],
    [
      { ...money, min: -5 },
      'price_amount_range check (price_amount >= -5)',
      'within(signedMoneyAmount, { minimum: -5 })',
    ],
  ])('and bodies keep %j within its bounds', (field, check, schema) => {
    const result = rendered([{ name: 'Offer', fields: [field] }]);
    expect(sqlOf(result, 'offers')).toContain(check);
    expect(result.files.get('src/entities/offers/schema.ts')).toContain(schema);
  });

  it('and code do not say “amount” of money twice', () => {
    const fields = ['amount', 'limitAmount'].map((each) => ({ name: each, type: 'money' }));
    const sql = sqlOf(rendered([{ name: 'Offer', fields }]), 'offers');
    expect(sql).toMatch(
      / amount bigint .* currency text .* limit_amount bigint .* limit_currency text /s,
    );
  });

  it('check the values of enums and quote defaults', () => {
    const fields = [
      { name: 'status', type: 'enum', values: ['new', 'done'], default: 'new' },
      { name: 'note', type: 'string', default: "it's" },
    ];
    const sql = sqlOf(rendered([{ name: 'Task', fields }]), 'tasks');
    expect(sql).toContain("status text not null default 'new'");
    expect(sql).toContain("check (status in ('new', 'done'))");
    expect(sql).toContain("default 'it''s'");
  });

  it.each([
    ['belongs to nobody', false, true, ''],
    ['belongs to somebody, with what needs it', true, true, ' on delete cascade'],
    ['belongs to somebody, leaving what does not need it', true, false, ' on delete set null'],
  ])('whose parent %s say so', (_, owned, required, action) => {
    const result = rendered(
      [{ name: 'Post', owned, write: 'authenticated', fields: [name] }, { name: 'Comment' }],
      [{ kind: 'one-to-many', from: 'Post', to: 'Comment', required }],
    );
    expect(sqlOf(result, 'comments')).toContain(
      `foreign key (post_id) references posts (id)${action}\n`,
    );
  });
});

describe('access', () => {
  const accessOf = (entities: Input[], relations: Input[] = []) =>
    Object.fromEntries(
      rendered(entities, relations).endpoints.map(({ method, path, access }) => [
        `${method} ${path}`,
        access,
      ]),
    );

  it('to change a row takes the right to read it', () => {
    const access = accessOf([{ name: 'Note', read: 'admin', write: 'public', fields: [name] }]);
    expect(access).toMatchObject({
      'POST /notes': 'public',
      'PATCH /notes/:id': 'admin',
      'DELETE /notes/:id': 'admin',
    });
  });

  it('is open to the roles that manage an entity, where it is not open to all', () => {
    const notes = Entity.parse({ name: 'Note', write: 'admin', fields: [name] });
    const role = { name: 'editor', description: 'Edits.', manages: ['Note'] };
    const { endpoints } = renderEntities({ entities: [notes], relations: [] }, { roles: [role] });
    expect(endpoints.map(({ method, access, roles }) => [method, access, roles])).toEqual([
      ['GET', 'public', undefined],
      ['POST', 'admin', ['editor']],
      ['GET', 'public', undefined],
      ['PATCH', 'admin', ['editor']],
      ['DELETE', 'admin', ['editor']],
    ]);
  });

  it('to what points at something not public takes a sign-in', () => {
    const access = accessOf(
      [{ name: 'Club', read: 'authenticated', write: 'admin', fields: [name] }, { name: 'Fan' }],
      [{ kind: 'one-to-many', from: 'Club', to: 'Fan' }],
    );
    expect(access).toMatchObject({ 'GET /fans': 'public', 'POST /fans': 'authenticated' });
  });

  it('to a pair is that to its first end, and to see the second', () => {
    const access = accessOf(
      [
        { name: 'Post', owned: true, write: 'owner', fields: [name] },
        { name: 'Tag', read: 'authenticated', write: 'admin', fields: [name] },
      ],
      [{ kind: 'many-to-many', from: 'Post', to: 'Tag' }],
    );
    expect(access).toMatchObject({
      'GET /posts/:id/tags': 'authenticated',
      'PUT /posts/:id/tags/:tagId': 'owner',
      'DELETE /posts/:id/tags/:tagId': 'owner',
    });
  });

  it('to what of a pair is theirs has everybody who sees the first end', () => {
    const access = accessOf(
      [
        { name: 'Post', owned: true, read: 'public', write: 'owner', fields: [name] },
        { name: 'Note', owned: true, read: 'owner', write: 'owner', fields: [name] },
      ],
      [{ kind: 'many-to-many', from: 'Post', to: 'Note' }],
    );
    expect(access).toMatchObject({ 'GET /posts/:id/notes': 'authenticated' });
  });

  it('is asked of parents only where somebody could point at what they cannot read', () => {
    const guards = (read: string) =>
      rendered(
        [
          { name: 'Order', owned: true, read, write: 'owner', fields: [name] },
          { name: 'Item', owned: true, write: 'owner' },
        ],
        [{ kind: 'one-to-many', from: 'Order', to: 'Item' }],
      ).files.has('src/entities/items/references.ts');
    expect([guards('owner'), guards('public')]).toEqual([true, false]);
  });
});

describe('managed fields', () => {
  const status = { name: 'status', type: 'enum', values: ['new', 'done'], default: 'new' };
  const managed = { ...status, managed: true };
  const order = { name: 'Order', owned: true, write: 'owner', fields: [name, managed] };
  const manageRoutes = (...entities: Input[]) =>
    rendered(entities).endpoints.filter(({ path }) => path.endsWith('/managed'));
  const schemaOf = (entity: Input, path: string) =>
    rendered([entity]).files.get(`src/entities/${path}/schema.ts`);

  it('have a route of their own, for admins', () => {
    const summary = 'Set what only admins set on an order: status, total';
    const total = { name: 'total', type: 'money', required: false, managed: true };
    expect(manageRoutes({ ...order, fields: [name, managed, total] })).toEqual([
      { method: 'PATCH', path: '/orders/:id/managed', access: 'admin', summary },
    ]);
  });

  it('are in the row, but not in the bodies that others send', () => {
    const schema = schemaOf(order, 'orders');
    expect(schema).toMatch(/const fields = \{\n {2}name: .*\n\};/);
    expect(schema).toMatch(/const managedFields = \{\n {2}status: .*\n\};/);
    expect(schema).toContain('OrderManage = Type.Partial(Type.Object(managedFields)');
  });

  it.each([
    ['only admins write anyway', [{ ...order, owned: false, write: 'admin' }]],
    ['nobody signs in', [{ ...order, owned: false, write: 'public' }]],
  ])('are like any other where %s', (_, entities) => {
    expect(manageRoutes(...entities)).toEqual([]);
  });

  it('stay managed on what anybody may send in, where there are admins', () => {
    expect(manageRoutes({ name: 'Request', read: 'admin', fields: [name, managed] })).toHaveLength(
      1,
    );
  });

  it('leave those who write a row something to say', () => {
    const schema = schemaOf({ ...order, fields: [managed] }, 'orders');
    expect(schema).toMatch(/const fields = \{\n {2}note: .*\n\};/);
  });
});

describe('code', () => {
  it('holds nothing of features that were not asked for', () => {
    const { files } = rendered([{ name: 'Note', fields: [name] }]);
    const code = [...files.values()].join('\n');
    expect(code).not.toMatch(/ownerId|identity|signIn|requireIdentity|nullable|references/i);
    expect(files.has('test/entities/notes/access.test.ts')).toBe(false);
  });

  it('cannot be broken out of by words of the plan', () => {
    const description = '*/ process.exit(1) /*';
    const fields = [{ ...name, default: "'); process.exit(1); //" }];
    const { files } = rendered([{ name: 'Note', description, fields }]);
    const table = files.get('src/entities/notes/table.ts');
    expect(table).toContain('/** * / process.exit(1) /* */');
    expect(table).toContain(`.default("'); process.exit(1); //")`);
  });

  it('is the same for the same plan', () => {
    const once = () => rendered([{ name: 'Note', fields: [name] }]);
    expect([...once().files]).toEqual([...once().files]);
  });

  it('of no entities is nothing', () => {
    expect(rendered([])).toMatchObject({ files: new Map(), migrations: [], scripts: {} });
    expect(Object.keys(rendered([{ name: 'Note' }]).scripts)).toEqual(['seed']);
  });
});
