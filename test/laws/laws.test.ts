import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laws } from './laws.ts';

const root = join(import.meta.dirname, '../..');
const patterns = [
  'src/**/*.ts',
  'modules/*/files/**/*.ts',
  'templates/server/**/*.ts',
  'scripts/*.ts',
  'test/**/*-contract.test.ts',
];
const paths = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] });
const tree = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

/** Each law, and a file that breaks it. */
const cases: [law: keyof typeof laws, path: string, source: string][] = [
  ['coreIsPure', 'src/core/a.ts', "import { readFile } from 'node:fs';"],
  ['coreIsPure', 'src/core/a.ts', "import { build } from '../flows/build.ts';"],
  ['coreIsPure', 'src/core/a.ts', 'export const a = async () => 1;'],
  ['coreIsPure', 'src/core/a.ts', 'export const a = () => Date.now();'],
  ['flowsImportCore', 'src/flows/a.ts', "import { a } from '../github/a.ts';"],
  ['edgesStayApart', 'src/github/a.ts', "import { a } from '../queue/a.ts';"],
  ['edgesStayApart', 'src/llm/a.ts', "export { a } from '../registry/a.ts';"],
  [
    'modulesMeetInContracts',
    'modules/a/files/src/modules/a/index.ts',
    "import b from '../b/index.ts';",
  ],
  [
    'modulesMeetInContracts',
    'modules/a/files/src/modules/a/index.ts',
    "import { roles } from '../../contracts/users.ts';",
  ],
  ['noDryRunFlags', 'src/flows/a.ts', 'export const a = (dryRun: boolean) => dryRun;'],
  [
    'modulesAreData',
    'src/registry/a.ts',
    "import a from '../../modules/a/files/src/modules/a/index.ts';",
  ],
  ['portsHaveContracts', 'src/flows/ports.ts', 'export interface Queue {}'],
  ['filesAreSmall', 'src/core/a.ts', 'const a = 1;\n'.repeat(202)],
  ['filesAreSmall', 'src/core/a.ts', 'export class Builder {}'],
];

describe('the laws of the architecture', () => {
  it.each(Object.entries(laws))('%s holds in this repository', (_, law) => {
    expect(law(tree)).toEqual([]);
  });

  it.each(cases)('%s is broken by %s: %s', (name, path, source) => {
    expect(laws[name](new Map([[path, source]]))).not.toEqual([]);
  });
});
