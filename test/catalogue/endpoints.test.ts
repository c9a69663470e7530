import { expect, it } from 'vitest';
import { startServer } from '../e2e/start-server.ts';
import { blueprintPlan } from '../servers/blueprint-plan.ts';
import { catalogue, rendered, renderTo } from '../servers/render-to.ts';
import { runCommand } from '../servers/run-command.ts';

const shop = catalogue.blueprints.find(({ id }) => id === 'shop');
if (!shop) throw new Error('There is no shop blueprint.');
const plan = blueprintPlan(shop);
/** Served, but no part of the document that they show. */
const hidden = ['/docs', '/openapi.json'];

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

// The judge holds every module to its routes; here are those that entities bring.
it('a shop serves exactly the routes that its pages list, to those whom they name', async () => {
  const listed = rendered(plan).endpoints.filter(({ path }) => !hidden.includes(path));
  const folder = await renderTo('endpoints', plan);
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
