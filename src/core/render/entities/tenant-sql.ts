import type { EntityModel, JoinModel, Reference } from './entity-model.ts';
import { breakpoint, createTable } from './migration-sql.ts';
import { quoted, sqlName } from './sql-names.ts';

/** A row belongs to the tenant in which it is written, and goes with it. */
export const tenantColumn =
  'tenant_id uuid not null default current_tenant_id() references tenants (id) on delete cascade';

/** Unique within a tenant, so that nobody learns what others have. */
export const tenantKeys = ({ names, columns }: EntityModel) => [
  'primary key (tenant_id, id)',
  ...columns
    .filter(({ unique }) => unique)
    .map(
      ({ column }) =>
        `constraint ${sqlName(names.table, column, 'unique')} unique (tenant_id, ${quoted(column)})`,
    ),
];

/** Leads to a row of the same tenant only. */
export const tenantReference = (own: string, table: string, onDelete: Reference['onDelete']) =>
  `foreign key (${own}, tenant_id) references ${quoted(table)} (id, tenant_id)${
    { refuse: '', cascade: ' on delete cascade', 'set null': ` on delete set null (${own})` }[
      onDelete
    ]
  }`;

/** They hold for the owner of the table, too; where there is no tenant there are no rows. */
export const tenantPolicies = (name: string) => {
  const table = quoted(name);
  const own = '(tenant_id = current_tenant_id())';
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `create policy ${sqlName(name, 'of', 'tenant')} on ${table} using ${own} with check ${own};`,
  ];
};

export function tenantJoinMigration({ names, from, to, fromId, toId }: JoinModel): string {
  const table = quoted(names.table);
  const [source, target] = [quoted(fromId.column), quoted(toId.column)];
  const end = (column: string, own: string, parent: string) =>
    `constraint ${sqlName(names.table, column, 'fkey')} ${tenantReference(own, parent, 'cascade')}`;
  return `${[
    createTable(table, [
      `${source} uuid not null`,
      `${target} uuid not null`,
      tenantColumn,
      `primary key (tenant_id, ${source}, ${target})`,
      end(fromId.column, source, from.names.table),
      end(toId.column, target, to.names.table),
    ]),
    `create index ${sqlName(names.table, toId.column, 'idx')} on ${table} (tenant_id, ${target});`,
    ...tenantPolicies(names.table),
  ].join(breakpoint)}\n`;
}
