import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config } from 'dotenv';
import { build } from './flows/build.ts';
import { preview } from './flows/preview.ts';
import { readSettings } from './github/read-settings.ts';
import { startGitHub } from './github/start-github.ts';
import { choosePlanner, type PlannerEnvironment } from './llm/choose-planner.ts';
import { createQueue } from './queue/create-queue.ts';
import { treeCatalogue } from './registry/tree-catalogue.ts';

/** The GitHub App: this file only joins the parts. */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(env);
  const catalogue = treeCatalogue(fileURLToPath(new URL('..', import.meta.url)));
  const planner = choosePlanner(env as PlannerEnvironment);
  const queue = createQueue({
    databaseUrl: env.DATABASE_URL || undefined,
    directory: join(env.SOTACODE_DATA || 'data', 'queue'),
    onError: (error) => console.error(JSON.stringify({ level: 'error', msg: error.stack })),
  });
  const app = await startGitHub({
    settings,
    queue,
    catalogue,
    build: (ports, ...asked) => build({ ...ports, planner }, ...asked),
    preview: (ports, ...asked) => preview({ ...ports, planner }, ...asked),
    clock: { now: () => new Date() },
  });
  stopOnSignal(app.stop);
}

function stopOnSignal(stop: () => Promise<void>): void {
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
