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
const { files, migrations } = renderEntities({ entities: [note], relations: [] });
const all = [
  ...files,
  ...migrations.map(({ name, sql }): [string, string] => [`migrations/${name}.sql`, sql]),
];

// Read the difference as its new owner would, then accept it with `npx vitest run -u`.
it.each(all)('%s reads as it did', async (path, content) => {
  await expect(content).toMatchFileSnapshot(`../golden/note/${path}.txt`);
});
