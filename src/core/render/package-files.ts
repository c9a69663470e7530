import type { NpmLock, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { format } from './format.ts';
import { cutLock } from './npm/cut-lock.ts';

/** package.json with what the modules need, and the lock file that pins it. */
export function renderPackageFiles(
  resolution: Resolution,
  npmLock: NpmLock,
  scripts: Record<string, string>,
): Tree {
  const { plan } = resolution;
  const modules = resolution.modules.map(({ module }) => module);
  const dependencies = merged(modules.map((module) => module.dependencies));
  const devDependencies = merged(modules.map((module) => module.devDependencies));
  for (const name of Object.keys(dependencies)) delete devDependencies[name];
  const root = {
    name: plan.name,
    version: '0.1.0',
    dependencies,
    devDependencies,
    engines: { node: '>=24' },
  };
  const lock = cutLock(root, npmLock);
  const { name, version, ...rest } = root;
  const manifest = {
    name,
    version,
    private: true,
    description: plan.summary,
    type: 'module',
    scripts: merged([...modules.map((module) => module.manifest.scripts), scripts]),
    ...rest,
    allowScripts: allowedScripts(lock),
  };
  return new Map([
    ['package.json', format('package.json', JSON.stringify(manifest))],
    ['package-lock.json', `${JSON.stringify(lock, null, 2)}\n`],
  ]);
}

function merged(parts: readonly Record<string, string>[]): Record<string, string> {
  const entries = parts.flatMap((part) => Object.entries(part));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Packages whose install scripts npm may run: those that our own tests installed. */
function allowedScripts({ packages }: NpmLock): Record<string, true> {
  return Object.fromEntries(
    Object.entries(packages)
      .filter(([path, pkg]) => path.startsWith('node_modules/') && pkg.hasInstallScript)
      .map(([path]) => [path.slice(path.lastIndexOf('node_modules/') + 13), true as const]),
  );
}
