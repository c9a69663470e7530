import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';
import { aPlan } from '../builders.ts';
import { startServer } from '../e2e/start-server.ts';
import { rendered, renderTo } from '../servers/render-to.ts';
import { runCommand } from '../servers/run-command.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = await treeCatalogue(root, [join(root, 'test/fixtures/modules')]).load();
const { entities = [], relations = [] } =
  catalogue.blueprints.find(({ id }) => id === 'shop')?.plan ?? {};
/** Served, but no part of the document that they show. */
const hidden = ['/docs', '/openapi.json'];
const everything = [...catalogue.modules.keys()];

interface Operation {
  security?: object[];
}

/** `GET /users/me authenticated`: whether anybody may call it, or only who has proved who they are. */
async function servedRoutes(url: string): Promise<string[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security }]) =>
      line(method.toUpperCase(), path, security ? 'known' : 'anybody'),
    ),
  );
}

const line = (method: string, path: string, who: string) => `${method} ${path} ${who}`;

describe.each([
  ['with a mailer', everything],
  ['without a mailer', everything.filter((id) => id !== 'test-mailer')],
])('a server of all modules %s', (name, ids) => {
  it('serves exactly the routes that its pages list, to those whom they name', async () => {
    const plan = aPlan(ids, { entities, relations });
    const listed = rendered(plan, catalogue).endpoints.filter(({ path }) => !hidden.includes(path));
    const folder = await renderTo(`endpoints-${name.replaceAll(' ', '-')}`, plan, catalogue);
    const { code, output } = await runCommand(folder, 'npm run build');
    expect(code, output).toBe(0);
    const server = await startServer(folder, { PGLITE_DIR: 'memory://', LOG_LEVEL: 'warn' });
    const served = await servedRoutes(server.url);
    await server.stop();
    const expected = listed.map(({ method, path, access }) =>
      line(method, path.replaceAll(/:(\w+)/g, '{$1}'), access === 'public' ? 'anybody' : 'known'),
    );
    expect(served.sort()).toEqual(expected.sort());
  }, 120_000);
});
