import { code } from './code.ts';
import {
  type EntityModel,
  guardedReferences,
  owningReference,
  type Reference,
} from './entity-model.ts';
import { upperFirst, withArticle } from './names.ts';

/** src/entities/order-items/references.ts, or nothing when whoever may write may read all parents. */
export function referencesFile(entity: EntityModel): string | undefined {
  const owning = owningReference(entity);
  const checked = checkedReferences(entity);
  if (!owning && checked.length === 0) return undefined;
  const { type } = entity.names;
  return code`
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../contracts/identity.ts';
import { owns } from '../../modules/crud/ownership.ts';
import { unknownReference } from '../../modules/crud/write-problems.ts';
${tableImports(owning ? [owning, ...checked] : checked)}
import type { ${type}Create } from './schema.ts';

${owning ? ownerFunction(entity, owning) : ''}

${checked.length > 0 ? checkFunction(entity, checked) : ''}
`;
}

/** References that are checked beside the one that says the owner. */
export const checkedReferences = (entity: EntityModel) =>
  guardedReferences(entity).filter((reference) => reference !== owningReference(entity));

const ownerFunction = ({ names }: EntityModel, { column, parent }: Reference) => {
  const { one, many, label } = parent.names;
  return `/** ${upperFirst(withArticle(names.label))} belongs to whom its ${label} belongs to, whoever of those who may read that creates it. */
export async function ownerOf${names.type}(
  app: FastifyInstance,
  identity: Identity,
  { ${column.name} }: ${names.type}Create,
): Promise<string> {
  const [${one}] = await app.db.select({ ownerId: ${many}.ownerId }).from(${many}).where(eq(${many}.id, ${column.name}));
  if (!${one} || !owns(identity, ${one})) throw unknownReference(app, '${column.name}');
  return ${one}.ownerId;
}`;
};

const checkFunction = ({ names }: EntityModel, references: readonly Reference[]) =>
  `/** Whoever writes ${withArticle(names.label)} may only point at what they may read. */
export async function check${names.type}References(
  app: FastifyInstance,
  identity: Identity,
  { ${references.map(({ column }) => column.name).join(', ')} }: Partial<${names.type}Create>,
) {
  ${references.map(check).join('\n\n  ')}
}`;

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
