import type { Check } from '../check.ts';

export const migrations: Check = {
  id: 'migrations',
  title: 'it has exactly the migrations that it declares',
  run: async ({ module, path }) => {
    const present = [...module.files.keys()].filter((name) => name.startsWith('migrations/'));
    const declared = module.manifest.migrations.map((name) => `migrations/${name}.sql`);
    return [
      ...present
        .filter((name) => !declared.includes(name))
        .map((name) => ({
          check: 'migrations',
          where: path(`files/${name}`),
          what: 'the manifest does not declare it, so no server applies it',
          fix: 'add its name without .sql to migrations in package.json, in order',
        })),
      ...declared
        .filter((name) => !present.includes(name))
        .map((name) => ({
          check: 'migrations',
          where: path('package.json'),
          what: `files/${name} is declared and does not exist`,
          fix: 'write the file, or drop its name from migrations',
        })),
    ];
  },
};
