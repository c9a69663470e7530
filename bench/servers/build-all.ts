import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { blueprintPlan } from '../../test/servers/blueprint-plan.ts';
import { catalogue, renderTo } from '../../test/servers/render-to.ts';

const run = (cwd: string, command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

/** Renders the shop, bundles it as its own `npm run build` does, and compiles the peers. */
export async function buildAll(): Promise<{ folder: string; bundle: string }> {
  const here = import.meta.dirname;
  if (!existsSync(join(here, 'node_modules'))) run(here, 'npm', 'ci');
  run(here, process.execPath, 'node_modules/typescript/bin/tsc', '--project', 'peers');
  const shop = catalogue.blueprints.find(({ id }) => id === 'shop');
  if (!shop) throw new Error('There is no blueprint named shop.');
  const folder = await renderTo('bench-shop', blueprintPlan(shop));
  run(folder, process.execPath, 'scripts/build.ts');
  return { folder, bundle: join(folder, 'dist/server.js') };
}
