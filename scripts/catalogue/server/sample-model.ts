import { Entity } from '../../../src/core/plan/entity.ts';
import { Relation } from '../../../src/core/plan/relation.ts';

const title = { name: 'title', type: 'string' };
const own = { owned: true, read: 'owner', write: 'owner' };

/** Public notices that admins write, private folders, and papers in them with a managed field. */
export const sampleModel = {
  entities: [
    { name: 'Notice', write: 'admin', fields: [{ ...title, unique: true }] },
    { name: 'Folder', ...own, fields: [title] },
    {
      name: 'Paper',
      ...own,
      fields: [
        { name: 'body', type: 'text', required: false },
        {
          name: 'state',
          type: 'enum',
          values: ['draft', 'final'],
          default: 'draft',
          managed: true,
        },
      ],
    },
  ].map((entity) => Entity.parse(entity)),
  relations: [Relation.parse({ kind: 'one-to-many', from: 'Folder', to: 'Paper' })],
};
