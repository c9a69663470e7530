import type { Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { isWanted } from './module-files.ts';

export interface Migration {
  /** Without number and `.sql`. */
  name: string;
  sql: string;
}

/** Any fixed moment: drizzle compares these stamps, and later migrations must come after it. */
const epoch = Date.UTC(2026, 0, 1);

/** Numbers the migrations of modules and entities, and writes the journal that drizzle reads. */
export function renderMigrations(
  resolution: Resolution,
  entities: readonly Migration[],
): { files: Tree; names: string[] } {
  const migrations = [...moduleMigrations(resolution), ...entities];
  if (!resolution.providers.has('migrations')) return { files: new Map(), names: [] };
  const names = migrations.map(({ name }, index) => `${String(index).padStart(4, '0')}_${name}`);
  const files = migrations.map(
    ({ sql }, index) => [`migrations/${names[index]}.sql`, sql] as const,
  );
  const entries = names.map((tag, idx) => {
    return { idx, version: '7', when: epoch + idx * 1000, tag, breakpoints: true };
  });
  const journal = { version: '7', dialect: 'postgresql', entries };
  return {
    files: new Map([
      ...files,
      ['migrations/meta/_journal.json', `${JSON.stringify(journal, null, 2)}\n`],
    ]),
    names,
  };
}

function moduleMigrations({ modules, providers }: Resolution): Migration[] {
  return modules.flatMap(({ module }) =>
    module.manifest.migrations
      .map((name) => ({ name, path: `migrations/${name}.sql` }))
      .filter(({ path }) => isWanted(path, module, providers))
      .map(({ name, path }) => ({ name, sql: module.files.get(path) ?? missing(module.id, path) })),
  );
}

function missing(id: string, path: string): never {
  throw new Error(`modules/${id}/files/${path} is in the manifest but does not exist`);
}
