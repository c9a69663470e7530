import type { Module, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';

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
  const [before, after] = moduleMigrations(resolution);
  const migrations = [...before, ...entities, ...after];
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

/** Those that come before the entities' tables, and those of modules that stand on these. */
function moduleMigrations({ modules }: Resolution): [Migration[], Migration[]] {
  const late = new Set<string>();
  const isLate = ({ manifest: { entities, requires, provides } }: Module) => {
    const stands = entities.length > 0 || requires.some(({ capability }) => late.has(capability));
    if (stands) for (const capability of Object.keys(provides)) late.add(capability);
    return stands;
  };
  const [before, after] = [[], []] as [Migration[], Migration[]];
  for (const { module } of modules) (isLate(module) ? after : before).push(...migrationsOf(module));
  return [before, after];
}

const migrationsOf = ({ id, manifest, files }: Module): Migration[] =>
  manifest.migrations
    .map((name) => ({ name, path: `migrations/${name}.sql` }))
    .map(({ name, path }) => ({ name, sql: files.get(path) ?? missing(id, path) }));

function missing(id: string, path: string): never {
  throw new Error(`modules/${id}/files/${path} is in the manifest but does not exist`);
}
