import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config } from 'dotenv';
import { build } from './flows/build.ts';
import { preview } from './flows/preview.ts';
import { readSettings } from './github/read-settings.ts';
import { startGitHub } from './github/start-github.ts';
import { choosePlanner, type PlannerEnvironment } from './llm/choose-planner.ts';
import { offlinePlanner } from './llm/offline/offline-planner.ts';
import { createQueue } from './queue/create-queue.ts';
import { installedCatalogue } from './registry/installed-catalogue.ts';
import { createWeb } from './web/create-web.ts';
import { readWebSettings } from './web/read-web-settings.ts';
import { missingSettings } from './web/setup/missing-settings.ts';
import { startSetup } from './web/setup/start-setup.ts';

const clock = { now: () => new Date() };

/** The GitHub App: this file only joins the parts. */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  await setUp(env);
  const catalogue = installedCatalogue(fileURLToPath(new URL('..', import.meta.url)), env);
  const planner = choosePlanner(env as PlannerEnvironment);
  const settings = readWebSettings(env);
  const web = await createWeb({
    ...{ settings, clock, onError },
    catalogue: await catalogue.load(),
    planner: settings.planner === 'model' ? planner : offlinePlanner,
    appUrl: () => app.page(),
  });
  const app = await startGitHub({
    ...{ catalogue, clock, web },
    settings: readSettings(env),
    queue: createQueue({
      databaseUrl: env.DATABASE_URL || undefined,
      directory: join(dataFolder(env), 'queue'),
      onError,
    }),
    build: (ports, ...asked) => build({ ...ports, planner }, ...asked),
    preview: (ports, ...asked) => preview({ ...ports, planner }, ...asked),
  });
  stopOnSignal(() => app.stop().then(() => web.close()));
}

/** While GitHub does not know the App: the first-run page, until somebody has registered it. */
async function setUp(env: NodeJS.ProcessEnv): Promise<void> {
  const envFile = join(dataFolder(env), '.env');
  // What the page wrote wins over empty lines of a copied .env.example.
  const adopt = () => config({ path: envFile, override: true, quiet: true });
  if (missingSettings(env).missing.length > 0) adopt();
  if (missingSettings(env).missing.length === 0) return;
  await mkdir(dataFolder(env), { recursive: true, mode: 0o700 });
  const setup = await startSetup({ ...{ env, envFile, clock, onError }, log: console.log });
  stopOnSignal(setup.stop);
  await setup.registered;
  await setup.stop();
  process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
  adopt();
}

const dataFolder = (env: NodeJS.ProcessEnv) => env.SOTACODE_DATA || 'data';

function onError(error: Error): void {
  console.error(JSON.stringify({ level: 'error', msg: error.stack }));
}

function stopOnSignal(stop: () => Promise<unknown>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: Error) => exitWith(error.message),
      );
    });
  }
}

function exitWith(reason: string): never {
  console.error(reason);
  process.exit(1);
}

config({ quiet: true });
main(process.env).catch((error: Error) => exitWith(error.message));
