import type { Tree } from '../../manifest/module.ts';
import { format } from '../format.ts';
import { accessTestFile } from './access-test-file.ts';
import type { EntityModel, JoinModel } from './entity-model.ts';
import { eventsFile } from './events-file.ts';
import { eventsTestFile } from './events-test-file.ts';
import { factoryFile } from './factory-file.ts';
import { isolationTestFile, joinIsolationTestFile } from './isolation-test-file.ts';
import { joinQueriesFile, joinRoutesFile } from './join-files.ts';
import { joinTableFile } from './join-table-file.ts';
import { joinTestFile } from './join-test-file.ts';
import { listTestFile } from './list-test-file.ts';
import { managedTestFile } from './managed-test-file.ts';
import { queriesFile } from './queries-file.ts';
import { referencesFile } from './references-file.ts';
import { routesFile } from './routes-file.ts';
import { schemaFile } from './schema-file.ts';
import { setUpFile } from './set-up-file.ts';
import { tableFile } from './table-file.ts';
import { withinTenants } from './within-tenants.ts';
import { writeTestFile } from './write-test-file.ts';

export function entityFiles(entity: EntityModel): Tree {
  const { tenancy } = entity;
  const { path, file } = entity.names;
  const source = `src/entities/${path}`;
  const test = `test/entities/${path}`;
  return formatted(tenancy, {
    [`${source}/table.ts`]: tableFile(entity),
    [`${source}/schema.ts`]: schemaFile(entity),
    [`${source}/queries.ts`]: queriesFile(entity),
    [`${source}/references.ts`]: referencesFile(entity),
    [`${source}/events.ts`]: eventsFile(entity),
    [`${source}/routes.ts`]: routesFile(entity),
    [`test/factories/${file}.ts`]: factoryFile(entity),
    [`${test}/set-up.ts`]: setUpFile(entity),
    [`${test}/write.test.ts`]: writeTestFile(entity),
    [`${test}/list.test.ts`]: listTestFile(entity),
    [`${test}/managed.test.ts`]: managedTestFile(entity),
    [`${test}/access.test.ts`]: accessTestFile(entity),
    [`${test}/events.test.ts`]: eventsTestFile(entity),
    [`${test}/isolation.test.ts`]: isolationTestFile(entity),
  });
}

export function joinFiles(join: JoinModel): Tree {
  const source = `src/entities/${join.names.folder}`;
  return formatted(join.from.tenancy, {
    [`${source}/table.ts`]: joinTableFile(join),
    [`${source}/queries.ts`]: joinQueriesFile(join),
    [`${source}/routes.ts`]: joinRoutesFile(join),
    [`test/entities/${join.names.folder}.test.ts`]: joinTestFile(join),
    [`test/entities/${join.names.folder}-isolation.test.ts`]: joinIsolationTestFile(join),
  });
}

const textOf = (tenancy: boolean, content: string) => (tenancy ? withinTenants(content) : content);

export const formatted = (tenancy: boolean, files: Record<string, string | undefined>): Tree =>
  new Map(
    Object.entries(files).flatMap(([path, content]) =>
      content === undefined
        ? []
        : [[path, format(path, textOf(tenancy, content).trimStart())] as const],
    ),
  );
