import { type Facts, meetsCondition } from '../manifest/meets-condition.ts';
import type { Module, Tree } from '../manifest/module.ts';
import type { ChosenModule } from './resolution.ts';

/** The module as this server has it: without the parts whose condition does not hold. */
export function settleModule(
  { module, options, cause }: ChosenModule,
  providers: ReadonlyMap<string, string>,
): ChosenModule {
  const facts: Facts = { providers, options };
  const { manifest } = module;
  const holds = ({ when }: { when?: string | undefined }) => meetsCondition(when, facts);
  const wanted = (path: string) => isWanted(path, manifest.filesWhen, facts);
  const only = (tree: Tree, pathOf = (path: string) => path): Tree =>
    new Map([...tree].filter(([path]) => wanted(pathOf(path))));
  const packages = (needed: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(needed).filter(([name]) => meetsCondition(manifest.packagesWhen[name], facts)),
    );
  const settled: Module = {
    ...module,
    dependencies: packages(module.dependencies),
    devDependencies: packages(module.devDependencies),
    files: only(module.files),
    templates: only(module.templates, (path) => path.replace(/\.hbs$/, '')),
    manifest: {
      ...manifest,
      env: manifest.env.filter(holds),
      services: manifest.services.filter(holds),
      ports: manifest.ports.filter(holds),
      volumes: manifest.volumes.filter(holds),
      egress: manifest.egress.filter(holds),
      plugins: manifest.plugins.filter(holds),
      migrations: manifest.migrations.filter((name) => wanted(`migrations/${name}.sql`)),
      endpoints: manifest.endpoints.filter(holds),
      gaps: manifest.gaps.filter(holds),
    },
  };
  return { module: settled, options, cause };
}

/** Whether a file's conditions (its own, and its folders') hold. */
const isWanted = (path: string, conditions: Record<string, string>, facts: Facts) =>
  Object.entries(conditions)
    .filter(([prefix]) => path === prefix || (prefix.endsWith('/') && path.startsWith(prefix)))
    .every(([, condition]) => meetsCondition(condition, facts));
