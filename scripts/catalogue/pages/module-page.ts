import type { Manifest } from '../../../src/core/manifest/manifest.ts';
import type { CatalogueData, Module } from '../../../src/core/manifest/module.ts';
import { tablesOf } from '../source/tables-of.ts';
import { code, codes, table } from './table.ts';

/** docs/catalogue/<id>.md: what the manifest and the README's first paragraph say of a module. */
export function modulePage(module: Module, readme: string, catalogue: CatalogueData): string {
  const { id, version, manifest } = module;
  const facts = `${id} ${version} · ${manifest.category} · ${manifest.stability} · since ${manifest.since}`;
  const sections: [string, string][] = [
    ['Provides and requires', capabilities(manifest, catalogue)],
    ['Options', optionTable(manifest)],
    ['Environment', envTable(manifest)],
    ['Routes', routeTable(manifest)],
    ['Tables', columnTable(module)],
    ['Packages', packageTable(module)],
  ];
  const links = `[README](../../modules/${id}/README.md) · [по-русски](../../modules/${id}/README.ru.md) · [changelog](../../modules/${id}/CHANGELOG.md) · [all modules](README.md)`;
  return [
    `# ${manifest.title}`,
    facts,
    purpose(readme),
    links,
    ...sections
      .filter(([, content]) => content !== '')
      .map(([title, content]) => `## ${title}\n\n${content}`),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What a README says between its title and its first section. */
export const purpose = (readme: string) =>
  (readme.split(/^## /m)[0] ?? '').replace(/^# .*\n/, '').trim();

function capabilities({ provides, requires, optional, conflicts }: Manifest, data: CatalogueData) {
  const provided = Object.entries(provides).map(([name, version]) => [
    'provides',
    `${code(name)} ${version}`,
    data.skeleton.has(`src/contracts/${name}.ts`)
      ? `[contract](../../templates/server/src/contracts/${name}.ts)`
      : '',
  ]);
  const asked = (kind: string, list: Manifest['requires']) =>
    list.map(({ capability, version }) => [
      kind,
      `${code(capability)} ${version}`,
      providersOf(capability, data),
    ]);
  const refused = conflicts.map(({ module, why }) => ['conflicts with', code(module), why.en]);
  const rows = [
    ...provided,
    ...asked('requires', requires),
    ...asked('can use', optional),
    ...refused,
  ];
  return table(['', 'capability', 'by'], rows);
}

const providersOf = (capability: string, { modules }: CatalogueData) =>
  [...modules.values()]
    .filter(({ id, manifest }) => capability in manifest.provides && !id.startsWith('test-'))
    .map(({ id }) => `[${id}](${id}.md)`)
    .sort()
    .join(', ');

const optionTable = ({ options }: Manifest) =>
  table(
    ['option', 'default', 'values', 'meaning'],
    Object.entries(options).map(([name, { default: value, description, ...schema }]) => {
      const { type, enum: list, minimum, maximum } = schema;
      const range = [minimum, maximum].some((bound) => bound !== undefined)
        ? `${type} ${minimum ?? ''}–${maximum ?? ''}`
        : type;
      return [code(name), code(String(value)), list ? codes(list.map(String)) : range, description];
    }),
  );

const envTable = ({ env }: Manifest) =>
  table(
    ['variable', 'default', 'meaning'],
    env.map(({ name, default: value, required, secret, description }) => {
      const notes = [required ? 'Required in production.' : '', secret ? 'Secret.' : ''];
      return [code(name), code(String(value ?? '')), [description, ...notes].join(' ')];
    }),
  );

const routeTable = ({ endpoints }: Manifest) =>
  table(
    ['route', 'who', 'what', 'when'],
    endpoints.map(({ method, path, access, summary, when = '' }) => [
      code(`${method} ${path}`),
      access,
      summary,
      code(when),
    ]),
  );

function columnTable({ files }: Module): string {
  const sql = [...files].filter(([path]) => path.endsWith('.sql')).map(([, text]) => text);
  const columns = Object.keys(tablesOf(sql)).map((column) => column.split('.'));
  const byTable = Map.groupBy(columns, ([name = '']) => name);
  const rows = [...byTable].map(([name, list]) => [
    code(name),
    codes(list.map(([, column = '']) => column)),
  ]);
  return table(['table', 'columns'], rows);
}

function packageTable({ dependencies, devDependencies, manifest }: Module): string {
  const rows = (list: Record<string, string>, use: string) =>
    Object.entries(list).map(([name, range]) => [
      code(name),
      range,
      use,
      code(manifest.packagesWhen[name] ?? ''),
    ]);
  return table(
    ['package', 'version', 'for', 'when'],
    [...rows(dependencies, 'running'), ...rows(devDependencies, 'development')],
  );
}
