import { expect, it } from 'vitest';
import { Entity } from '../../src/core/plan/entity.ts';
import { renderEntities } from '../../src/core/render/entities/render-entities.ts';

const note = Entity.parse({
  name: 'Note',
  description: 'Something to remember.',
  owned: true,
  read: 'owner',
  write: 'owner',
  fields: [
    { name: 'title', type: 'string' },
    { name: 'body', type: 'text', required: false },
    { name: 'pinned', type: 'boolean', default: false },
  ],
});
const ticket = Entity.parse({
  name: 'Ticket',
  description: 'A call for help.',
  owned: true,
  read: 'owner',
  write: 'owner',
  fields: [
    { name: 'subject', type: 'string' },
    {
      name: 'status',
      type: 'enum',
      values: ['open', 'closed'],
      default: 'open',
      managed: true,
    },
    { name: 'number', type: 'string', required: false, unique: true, managed: true },
  ],
});

const filesOf = (entity: Entity, tenancy = false): [string, string][] => {
  const plan = { entities: [entity], relations: [] };
  const { files, migrations } = renderEntities(plan, { tenancy });
  return [
    ...files,
    ...migrations.map(({ name, sql }): [string, string] => [`migrations/${name}.sql`, sql]),
  ];
};

/** Where admins set some of the fields, these files differ. */
const managed = /(schema|queries|routes|managed\.test|write\.test)\.ts$|factories/;
/** Where rows belong to tenants, these do. */
const ofTenants = /(table|routes|seed|isolation\.test)\.ts$|factories|\.sql$/;
const all = [
  ...filesOf(note).map(([path, content]) => [`note/${path}`, content] as const),
  ...filesOf(ticket)
    .filter(([path]) => managed.test(path))
    .map(([path, content]) => [`ticket/${path}`, content] as const),
  ...filesOf(ticket, true)
    .filter(([path]) => ofTenants.test(path))
    .map(([path, content]) => [`tenant-ticket/${path}`, content] as const),
];

// Read the difference as its new owner would, then accept it with `npx vitest run --update`.
it.each(all)('%s reads as it did', async (path, content) => {
  await expect(content).toMatchFileSnapshot(`../golden/${path}.txt`);
});
