import { code } from './code.ts';
import type { JoinModel } from './entity-model.ts';
import { sqlName } from './sql-names.ts';
import { tenantColumn, tenantImport, tenantReference } from './table-file.ts';

/** src/entities/posts-tags/table.ts */
export const joinTableFile = (join: JoinModel): string =>
  join.from.tenancy ? tenantJoinTable(join) : joinTable(join);

const joinTable = ({ names, from, to, fromId, toId }: JoinModel): string => code`
import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
${tableImports(from, to)}

export const ${names.many} = pgTable('${names.table}', {
  ${fromId.name}: uuid('${fromId.column}').notNull().references(() => ${from.names.many}.id, { onDelete: 'cascade' }),
  ${toId.name}: uuid('${toId.column}').notNull().references(() => ${to.names.many}.id, { onDelete: 'cascade' }),
}, (table) => [
  primaryKey({ columns: [table.${fromId.name}, table.${toId.name}] }),
  index('${sqlName(names.table, toId.column, 'idx')}').on(table.${toId.name}),
]);
`;

const tenantJoinTable = ({ names, from, to, fromId, toId }: JoinModel): string => code`
import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
${tenantImport}
${tableImports(from, to)}

export const ${names.many} = pgTable('${names.table}', {
  ${fromId.name}: uuid('${fromId.column}').notNull(),
  ${toId.name}: uuid('${toId.column}').notNull(),
  ${tenantColumn}
}, (table) => [
  primaryKey({ columns: [table.tenantId, table.${fromId.name}, table.${toId.name}] }),
  ${tenantReference(fromId.name, from.names.many, 'cascade')}
  ${tenantReference(toId.name, to.names.many, 'cascade')}
  index('${sqlName(names.table, toId.column, 'idx')}').on(table.tenantId, table.${toId.name}),
]);
`;

const tableImports = (...ends: JoinModel['from'][]) =>
  [...new Set(ends.map(({ names }) => names))]
    .map(({ many, path }) => `import { ${many} } from '../${path}/table.ts';`)
    .join('\n');
