import type { Tree } from '../../manifest/module.ts';
import type { Entity } from '../../plan/entity.ts';
import type { Relation } from '../../plan/relation.ts';
import type { Role } from '../../plan/role.ts';
import { type Endpoint, endpointsOf, joinEndpointsOf } from './endpoints-of.ts';
import { entityFiles, formatted, joinFiles } from './entity-files.ts';
import type { EntityModel, JoinModel } from './entity-model.ts';
import { entityMigration, joinMigration, lateForeignKeys } from './migration-sql.ts';
import { joinsOf, modelsOf, type Surroundings } from './model-of.ts';
import { policyFile } from './policy-file.ts';
import { seedFile } from './seed-file.ts';
import { tablesTestFile } from './tables-test-file.ts';

export type { Endpoint };

export interface RenderedEntities {
  files: Tree;
  migrations: { name: string; sql: string }[];
  plugins: { path: string; as: string }[];
  endpoints: Endpoint[];
  /** Scripts of package.json. */
  scripts: Record<string, string>;
}

interface Server extends Surroundings {
  roles: readonly Role[] | null;
}

/** The code, tests and tables of a plan's entities. */
export function renderEntities(
  plan: { entities: readonly Entity[]; relations: readonly Relation[] },
  { roles = null, tenancy = false, realtime = false }: Partial<Server> = {},
): RenderedEntities {
  const entities = modelsOf(plan.entities, plan.relations, { roles, tenancy, realtime });
  const joins = joinsOf(entities, plan.relations);
  return {
    files: new Map([
      ...entities.flatMap((entity) => [...entityFiles(entity)]),
      ...joins.flatMap((join) => [...joinFiles(join)]),
      ...(entities.length > 0 ? sharedFiles(entities, joins) : []),
      ...(roles ? policy(entities, roles) : []),
    ]),
    migrations: migrationsOf(entities, joins),
    plugins: [
      ...entities.map(({ names }) => plugin(names.path, names.many)),
      ...joins.map(({ names }) => plugin(names.folder, names.many)),
    ],
    endpoints: [...entities.flatMap(endpointsOf), ...joins.flatMap(joinEndpointsOf)],
    scripts: entities.length > 0 ? { seed } : {},
  };
}

const seed = 'node --import ./scripts/load-env.ts scripts/seed.ts';

const plugin = (folder: string, as: string) => ({ path: `src/entities/${folder}/routes.ts`, as });

const sharedFiles = (entities: readonly EntityModel[], joins: readonly JoinModel[]) =>
  formatted(
    entities.some(({ tenancy }) => tenancy),
    {
      'scripts/seed.ts': seedFile(entities, joins),
      'test/entities/tables.test.ts': tablesTestFile(entities, joins),
    },
  );

const policy = (entities: readonly EntityModel[], roles: readonly Role[]) =>
  formatted(false, { 'src/modules/rbac/policy.ts': policyFile(entities, roles) });

function migrationsOf(entities: readonly EntityModel[], joins: readonly JoinModel[]) {
  const existing = new Set<EntityModel>();
  const tables = entities.map((entity) => {
    existing.add(entity);
    return { name: entity.names.table, sql: entityMigration(entity, existing) };
  });
  const late = lateForeignKeys(entities);
  return [
    ...tables,
    ...joins.map((join) => ({ name: join.names.table, sql: joinMigration(join) })),
    ...(late ? [{ name: 'circular_references', sql: late }] : []),
  ];
}
