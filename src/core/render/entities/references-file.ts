import { callerImports, callerParameter, isBeyond } from './caller.ts';
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
${callerImports}
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

const ownerFunction = (entity: EntityModel, { column, parent }: Reference) => {
  const { names } = entity;
  const { one, many, label } = parent.names;
  return `/** ${upperFirst(withArticle(names.label))} belongs to whom its ${label} belongs to, whoever of those who may read that creates it. */
export async function ownerOf${names.type}(
  app: FastifyInstance,
  ${callerParameter(entity)},
  { ${column.name} }: ${names.type}Create,
): Promise<string> {
  const [${one}] = await app.db.select({ ownerId: ${many}.ownerId }).from(${many}).where(eq(${many}.id, ${column.name}));
  if (!${one} || ${isBeyond(parent, 'read', one)}) throw unknownReference(app, '${column.name}');
  return ${one}.ownerId;
}`;
};

const checkFunction = (entity: EntityModel, references: readonly Reference[]) =>
  `/** Whoever writes ${withArticle(entity.names.label)} may only point at what they may read. */
export async function check${entity.names.type}References(
  app: FastifyInstance,
  ${callerParameter(entity)},
  { ${references.map(({ column }) => column.name).join(', ')} }: Partial<${entity.names.type}Create>,
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
    return `if (${given} && ${mayNotRead(parent)}) throw unknownReference(app, '${column.name}');`;
  const { one, many } = parent.names;
  return `if (${given}) {
    const [${one}] = await app.db.select({ ownerId: ${many}.ownerId }).from(${many}).where(eq(${many}.id, ${column.name}));
    if (!${one} || ${isBeyond(parent, 'read', one)}) throw unknownReference(app, '${column.name}');
  }`;
}

const mayNotRead = ({ permissions }: EntityModel) =>
  permissions ? `!(await caller.can('${permissions.read}'))` : "identity.role !== 'admin'";
