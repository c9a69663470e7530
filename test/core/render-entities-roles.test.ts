import { describe, expect, it } from 'vitest';
import { Entity } from '../../src/core/plan/entity.ts';
import { Relation } from '../../src/core/plan/relation.ts';
import { Role } from '../../src/core/plan/role.ts';
import { renderEntities } from '../../src/core/render/entities/render-entities.ts';

const ticket = Entity.parse({
  name: 'Ticket',
  owned: true,
  read: 'owner',
  write: 'owner',
  fields: [
    { name: 'subject', type: 'string' },
    { name: 'status', type: 'enum', values: ['open', 'closed'], default: 'open', managed: true },
  ],
});
const reply = Entity.parse({
  name: 'Reply',
  owned: true,
  read: 'owner',
  write: 'owner',
  fields: [{ name: 'body', type: 'text' }],
});
const queue = Entity.parse({
  name: 'Queue',
  read: 'admin',
  write: 'admin',
  fields: [{ name: 'name', type: 'string' }],
});
const page = Entity.parse({ name: 'Page', fields: [{ name: 'title', type: 'string' }] });

const entities = [ticket, reply, queue, page];
const relations = [
  Relation.parse({ kind: 'one-to-many', from: 'Ticket', to: 'Reply' }),
  Relation.parse({ kind: 'one-to-many', from: 'Ticket', to: 'Queue', required: false }),
  Relation.parse({ kind: 'many-to-many', from: 'Queue', to: 'Ticket' }),
];
const agent = Role.parse({
  name: 'agent',
  description: 'Answers tickets.',
  manages: ['Ticket', 'Reply', 'Page'],
});
const dispatcher = Role.parse({ name: 'queue-keeper', manages: ['Queue'] });

const { files } = renderEntities({ entities, relations }, { roles: [agent, dispatcher] });
const file = (path: string) => files.get(path) ?? '';

// Read the difference as its new owner would, then accept it with `npx vitest run --update`.
it.each([
  'src/modules/rbac/policy.ts',
  'src/entities/tickets/routes.ts',
  'src/entities/replies/references.ts',
  'test/entities/tickets/access.test.ts',
  'test/entities/tickets/managed.test.ts',
])('%s with roles reads as it did', async (path) => {
  await expect(file(path)).toMatchFileSnapshot(`../golden/roles/${path}.txt`);
});

describe('with roles', () => {
  it('nothing asks who is an admin', () => {
    const sources = [...files].filter(([path]) => path.startsWith('src/'));
    for (const [path, content] of sources)
      expect(content, path).not.toMatch(/requireAdmin|ownerLimitOf|role [!=]== /);
  });

  it('what only admins may takes a permission of its own', () => {
    const routes = file('src/entities/queues/routes.ts');
    expect(routes).toContain("onRequest: app.requirePermission('queues:read')");
    expect(routes).toContain("onRequest: app.requirePermission('queues:write')");
  });

  it('who writes what only some may write points at nothing that they cannot read', () => {
    expect(file('src/entities/queues/routes.ts')).toContain('checkQueueReferences(app, request');
    expect(file('src/entities/queues/references.ts')).toContain("'tickets:read'");
    expect(file('test/entities/queues/access.test.ts')).toContain("callers['queue-keeper']");
  });

  it('a pair takes the right to write one end and to read the other', () => {
    const routes = file('src/entities/queues-tickets/routes.ts');
    expect(routes).toContain("app.requirePermission('queues:write')");
    expect(routes).toContain("await ownerLimitFor(request, 'tickets:read')");
    expect(file('test/entities/queues-tickets.test.ts')).toContain('closed to holders of agent');
  });

  it('what everybody may takes no permission', () =>
    expect(file('src/modules/rbac/policy.ts')).not.toContain('pages:'));
});

it('a server without entities has a policy that says where roles go', () => {
  const { files: empty } = renderEntities({ entities: [], relations: [] }, { roles: [] });
  expect([...empty.keys()]).toEqual(['src/modules/rbac/policy.ts']);
  expect(empty.get('src/modules/rbac/policy.ts')).toContain('export const policy: Policy = {}');
});

it('without roles there is no policy', () =>
  expect(renderEntities({ entities, relations }).files.has('src/modules/rbac/policy.ts')).toBe(
    false,
  ));
