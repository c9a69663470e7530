import type { Module } from '../../../src/core/manifest/module.ts';
import { exportsOf } from '../source/exports-of.ts';
import type { Mistake } from './mistake.ts';

/** Parts of the module that the manifest names and the folder does not have, and names given twice. */
export function partMistakes({ manifest, files, ...module }: Module): Mistake[] {
  const { plugins, filesWhen, packagesWhen, env, endpoints, migrations } = manifest;
  const rendered = [
    ...files.keys(),
    ...[...module.templates.keys()].map((path) => path.replace(/\.hbs$/, '')),
  ];
  const packages = { ...module.dependencies, ...module.devDependencies };
  const routes = endpoints.map(({ method, path, when = '' }) => `${method} ${path} ${when}`);
  return [
    ...plugins.flatMap(({ path }) => pluginMistakes(path, files.get(path))),
    ...Object.keys(filesWhen)
      .filter((path) => !rendered.some((each) => each === path || isIn(each, path)))
      .map(
        (path): Mistake => [
          `filesWhen names ${path}, which is not there`,
          'name a file or a folder with / at its end',
        ],
      ),
    ...Object.keys(packagesWhen)
      .filter((name) => !(name in packages))
      .map(
        (name): Mistake => [
          `packagesWhen names ${name}, which is no dependency`,
          'declare the package, or drop the line',
        ],
      ),
    ...twice(
      'environment variable',
      env.map(({ name, when = '' }) => `${name} ${when}`.trim()),
    ),
    ...twice('endpoint', routes),
    ...twice('migration', migrations),
    ...twice(
      'plugin',
      plugins.map(({ as }) => as),
    ),
  ];
}

function pluginMistakes(path: string, source: string | undefined): Mistake[] {
  if (source === undefined) {
    return [[`the plugin ${path} does not exist`, 'add the file below files/, or drop the plugin']];
  }
  if (exportsOf(path, source).includes('default')) return [];
  return [[`the plugin ${path} has no default export`, 'write `export default fp(…)`']];
}

const isIn = (path: string, folder: string) => folder.endsWith('/') && path.startsWith(folder);

const twice = (kind: string, names: readonly string[]): Mistake[] =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => [
    `the ${kind} ${name.trim()} is declared twice`,
    'keep one of them',
  ]);
