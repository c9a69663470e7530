import { describe, expect, it } from 'vitest';
import type { Access } from '../../src/core/plan/entity.ts';
import { Entity } from '../../src/core/plan/entity.ts';
import { Relation } from '../../src/core/plan/relation.ts';
import { renderEntities } from '../../src/core/render/entities/render-entities.ts';

const fields = [{ name: 'name', type: 'string' }];
const entity = (name: string, read: Access, more: object = {}) =>
  Entity.parse({ name, fields, owned: true, read, write: 'owner', ...more });
const relation = (from: string, to: string, more: object = {}) =>
  Relation.parse({ kind: 'one-to-many', from, to, ...more });

const status = { name: 'status', type: 'enum', values: ['open', 'done'], managed: true };
const plan = {
  entities: [
    entity('Project', 'owner'),
    entity('Task', 'owner', { fields: [...fields, { ...status, default: 'open' }] }),
    entity('Team', 'public'),
  ],
  relations: [
    relation('Project', 'Task'),
    relation('Team', 'Task', { required: false }),
    relation('Task', 'Task', { as: 'next', required: false }),
  ],
};
const { files } = renderEntities(plan, { realtime: true });

// Read the difference as its new owner would, then accept it with `npx vitest run --update`.
it.each([
  'src/entities/tasks/events.ts',
  'src/entities/tasks/queries.ts',
  'src/entities/tasks/routes.ts',
  'src/entities/teams/events.ts',
  'src/entities/teams/routes.ts',
  'test/entities/tasks/events.test.ts',
  'test/entities/teams/events.test.ts',
])('%s with listeners reads as it did', async (path) => {
  await expect(files.get(path)).toMatchFileSnapshot(`../golden/events/${path}.txt`);
});

const eventsOf = (read: Access, parentRead: Access, required = true) => {
  const entities = [entity('Parent', parentRead), entity('Child', read)];
  const relations = [relation('Parent', 'Child', { required })];
  const rendered = renderEntities({ entities, relations }, { realtime: true });
  return rendered.files.get('src/entities/children/events.ts');
};

it('are tried by an admin where only admins set something, whoever else may write', () => {
  const open = entity('Tip', 'public', {
    owned: false,
    write: 'public',
    fields: [...fields, { ...status, default: 'open' }],
  });
  const rendered = renderEntities(
    { entities: [open, entity('Note', 'owner')], relations: [] },
    { realtime: true },
  );
  expect(rendered.files.get('test/entities/tips/events.test.ts')).toContain("role: 'admin'");
});

describe('those in the room of a parent', () => {
  it.each([
    ['public', 'public'],
    ['public', 'authenticated'],
    ['public', 'owner'],
    ['authenticated', 'authenticated'],
    ['authenticated', 'owner'],
    ['authenticated', 'admin'],
    ['owner', 'admin'],
    ['admin', 'admin'],
  ] as const)('hear of a child for %s, where it is for %s', (read, parentRead) =>
    expect(eventsOf(read, parentRead)).toContain('heardIn: ({ parentId }: Child) => [`parents/'),
  );

  it.each([
    ['authenticated', 'public'],
    ['owner', 'public'],
    ['owner', 'authenticated'],
    ['admin', 'public'],
    ['admin', 'authenticated'],
    ['admin', 'owner'],
  ] as const)('hear nothing of a child for %s, where it is for %s', (read, parentRead) =>
    expect(eventsOf(read, parentRead)).not.toMatch(/heardIn|parents/),
  );

  it('hear of what belongs to somebody only where it is a part of the parent', () => {
    expect(eventsOf('owner', 'owner')).toContain('heardIn: ({ parentId }: Child) => [`parents/');
    expect(eventsOf('owner', 'owner', false)).not.toMatch(/heardIn|parents/);
  });
});

it.each([
  ['where nobody can listen', {}],
  ['where rows belong to tenants', { realtime: true, tenancy: true }],
])('nothing is told %s', (_, server) => {
  const { files: silent } = renderEntities(plan, server);
  expect([...silent.keys()].filter((path) => path.includes('events'))).toEqual([]);
  for (const [path, content] of silent) expect(content, path).not.toMatch(/events|realtime/);
});
