import { importsOf } from './imports-of.ts';
import { classesOf, impurities } from './syntax-of.ts';

/** Path in the repository -> source text. */
export type Sources = ReadonlyMap<string, string>;

const coreLibraries = new Set([
  '@biomejs/wasm-nodejs',
  '@sindresorhus/slugify',
  'eld/small',
  'handlebars',
  'mdast-util-from-markdown',
  'node:crypto',
  'pluralize',
  'semver',
  'snowball-stemmers',
  'yaml',
  'zod',
]);
const edges = ['github', 'llm', 'registry', 'queue', 'web'];

/** Law 1: core is pure. */
const coreIsPure = (sources: Sources): string[] =>
  within(sources, /^src\/core\//).flatMap(([path, source]) => [
    ...importsOf(path, source)
      .filter(({ to, relative }) => (relative ? !to.startsWith('src/core/') : !isCoreLibrary(to)))
      .map(({ to }) => `${path} imports ${to}`),
    ...impurities(path, source).map((impure) => `${path} contains ${impure}`),
  ]);

/** Law 1 for flows: they import core and themselves. */
const flowsImportCore = (sources: Sources): string[] =>
  within(sources, /^src\/flows\//).flatMap(([path, source]) =>
    importsOf(path, source)
      .filter(({ to, relative }) => relative && !/^src\/(core|flows)\//.test(to))
      .map(({ to }) => `${path} imports ${to}`),
  );

/** Law 2: edges never import each other. */
const edgesStayApart = (sources: Sources): string[] =>
  edges.flatMap((edge) =>
    within(sources, new RegExp(`^src/${edge}/`)).flatMap(([path, source]) =>
      importsOf(path, source)
        .filter(({ to, relative }) => relative && to.startsWith('src/'))
        .filter(({ to }) => !new RegExp(`^src/(core|flows|${edge})/`).test(to))
        .map(({ to }) => `${path} imports ${to}`),
    ),
  );

/** Law 3: a module imports packages, its own files and the types of contracts. */
const modulesMeetInContracts = (sources: Sources): string[] =>
  within(sources, /^modules\/[^/]+\/files\/src\//).flatMap(([path, source]) => {
    const root = /^modules\/[^/]+\/files\//.exec(path)?.[0] ?? '';
    const own = /^modules\/[^/]+\/files\/src\/modules\/[^/]+\//.exec(path)?.[0] ?? root;
    return importsOf(path, source)
      .filter(({ relative }) => relative)
      .filter(({ to, typeOnly }) => !(to.startsWith(`${root}src/contracts/`) && typeOnly))
      .filter(({ to }) => !to.startsWith(own) && to !== `${root}package.json`)
      .map(({ to }) => `${path} imports ${to.slice(root.length)}`);
  });

/** Law 4: a dry run is another Forge, not a condition. */
const noDryRunFlags = (sources: Sources): string[] =>
  within(sources, /^src\/(core|flows)\//)
    .filter(([, source]) => /dry_?run/i.test(withoutComments(source)))
    .map(([path]) => `${path} knows of dry runs`);

/** The app renders modules and templates; it never imports or executes them. */
const modulesAreData = (sources: Sources): string[] =>
  within(sources, /^src\//).flatMap(([path, source]) =>
    importsOf(path, source)
      .filter(({ to }) => /^(modules|templates)\//.test(to))
      .map(({ to }) => `${path} imports ${to}`),
  );

/** Law 7: each port that has adapters has a contract suite, named after it. */
const portsHaveContracts = (sources: Sources): string[] =>
  within(sources, /^src\/flows\/ports\.ts$/)
    .flatMap(([, source]) => [...source.matchAll(/^export interface (\w+) \{/gm)])
    .map(([, name = '']) => name)
    .filter((name) => ['Catalogue', 'Forge', 'Planner', 'Queue'].includes(name))
    .filter((name) => {
      const suite = `/${name.toLowerCase()}-contract.test.ts`;
      return ![...sources.keys()].some((path) => path.startsWith('test/') && path.endsWith(suite));
    })
    .map((name) => `the port ${name} has no contract suite`);

/** Budgets: a file fits on a few screens, and only errors are classes. */
const filesAreSmall = (sources: Sources): string[] =>
  within(sources, /^(src|modules|templates|scripts)\/.*\.ts$/)
    .filter(([path]) => !path.includes('/test/'))
    .flatMap(([path, source]) => [
      ...(source.split('\n').length > 201 ? [`${path} is longer than 200 lines`] : []),
      ...classesOf(path, source)
        .filter(({ parent }) => !/Error$/.test(parent) && !allowedParents.has(parent))
        .map(({ name }) => `${path} has the class ${name}, which is not an error`),
    ]);

/** Hosts that can only be extended by subclassing. */
const allowedParents = new Set(['NodeFS']);

const isCoreLibrary = (name: string) => coreLibraries.has(name);

const within = (sources: Sources, where: RegExp) =>
  [...sources].filter(([path]) => where.test(path) && path.endsWith('.ts'));

const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');

/** Each law by name: what breaks it, one line per breach. */
export const laws = {
  coreIsPure,
  flowsImportCore,
  edgesStayApart,
  modulesMeetInContracts,
  noDryRunFlags,
  modulesAreData,
  portsHaveContracts,
  filesAreSmall,
};
