import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { isNode, nameOf, statementsOf } from '../../scripts/catalogue/source/nodes-of.ts';

const root = join(import.meta.dirname, '../..');
const hooks = ['beforeAll', 'beforeEach', 'afterAll', 'afterEach'];

/** Hooks that a file registers when it is loaded. */
const hooksOf = (path: string, source: string) =>
  statementsOf(path, source).filter(
    ({ expression }) => isNode(expression) && hooks.includes(nameOf(expression.callee)),
  );

// Servers run their tests without isolation: a helper is loaded once for all files of a worker, and
// hooks that it registers then belong to the first of them alone.
it('what tests of servers share registers no hooks by being loaded', () => {
  const helpers = globSync(['modules/*/files/test/**/*.ts', 'templates/server/test/**/*.ts'], {
    cwd: root,
  }).filter((path) => !basename(path).endsWith('.test.ts') && !path.includes('/test/setup/'));
  expect(helpers.length).toBeGreaterThan(50);
  const bad = helpers.filter(
    (path) => hooksOf(path, readFileSync(join(root, path), 'utf8')).length > 0,
  );
  expect(bad).toEqual([]);
  expect(hooksOf('a.ts', 'beforeEach(() => {});')).toHaveLength(1);
});
