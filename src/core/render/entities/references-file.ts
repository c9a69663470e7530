import { code } from './code.ts';
import { type EntityModel, guardedReferences, type Reference } from './entity-model.ts';
import { withArticle } from './names.ts';

/** src/entities/order-items/references.ts, or nothing when whoever may write may read all parents. */
export function referencesFile(entity: EntityModel): string | undefined {
  const references = guardedReferences(entity);
  if (references.length === 0) return undefined;
  const { type, label } = entity.names;
  return code`
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../contracts/identity.ts';
import { owns } from '../../modules/crud/ownership.ts';
import { unknownReference } from '../../modules/crud/write-problems.ts';
${tableImports(references)}
import type { ${type}Update } from './schema.ts';

/** Whoever writes ${withArticle(label)} may only point at what they may read. */
export async function check${type}References(
  app: FastifyInstance,
  identity: Identity,
  { ${references.map(({ column }) => column.name).join(', ')} }: ${type}Update,
) {
  ${references.map(check).join('\n\n  ')}
}
`;
}

const tableImports = (references: readonly Reference[]) =>
  [...new Set(references.filter(isOwnOnly).map(({ parent }) => parent.names))]
    .map(({ many, path }) => `import { ${many} } from '../${path}/table.ts';`)
    .join('\n');

const isOwnOnly = ({ parent }: Reference) => parent.access.read === 'owner';

function check(reference: Reference): string {
  const { column, parent } = reference;
  const given = column.required ? `${column.name} !== undefined` : column.name;
  if (parent.access.read === 'admin')
    return `if (${given} && identity.role !== 'admin') throw unknownReference(app, '${column.name}');`;
  const { one, many } = parent.names;
  return `if (${given}) {
    const [${one}] = await app.db.select({ ownerId: ${many}.ownerId }).from(${many}).where(eq(${many}.id, ${column.name}));
    if (!${one} || !owns(identity, ${one})) throw unknownReference(app, '${column.name}');
  }`;
}
