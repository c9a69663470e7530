import type { Access } from '../../plan/entity.ts';
import { code } from './code.ts';
import { type EntityModel, heardThrough, type Reference } from './entity-model.ts';

/** src/entities/products/events.ts, or nothing where clients cannot listen. */
export function eventsFile(entity: EntityModel): string | undefined {
  if (!entity.events) return undefined;
  const { type, one, path, file, labels } = entity.names;
  return code`
import type { FastifyInstance } from 'fastify';
import { rowEvents } from '../../modules/crud/row-events.ts';
import { ownerLimitOf } from '../../modules/crud/ownership.ts';
import type { ${type}Queries } from './queries.ts';
import { ${type} } from './schema.ts';

export type ${type}Events = ReturnType<typeof ${one}Events>;

/** Tells those who listen, and may read ${labels}, what becomes of them. */
export const ${one}Events = (app: FastifyInstance, queries: ${type}Queries) =>
  rowEvents(app, {
    name: '${file}',
    path: '${path}',
    schema: ${type},
    find: ${finders[entity.access.read]},
    ${heardIn(entity)}
  });
`;
}

/** Whoever may read a row over HTTP, as far as a socket knows them: it knows of no roles but admins. */
const finders: Record<Access, string> = {
  public: '(id) => queries.find(id)',
  authenticated: '(id, caller) => caller && queries.find(id)',
  owner: '(id, caller) => caller && queries.find(id, ownerLimitOf(caller))',
  admin: "(id, caller) => caller?.role === 'admin' && queries.find(id)",
};

function heardIn(entity: EntityModel): string {
  const references = heardThrough(entity);
  if (references.length === 0) return '';
  const names = references.map(({ column }) => column.name);
  return `heardIn: ({ ${names.join(', ')} }: ${entity.names.type}) => [${references.map(roomOf).join(', ')}],`;
}

const roomOf = ({ column, parent }: Reference) =>
  `${column.required ? '' : `${column.name} && `}\`${parent.names.path}/\${${column.name}}\``;
