import { join } from 'node:path';
import { expect } from 'vitest';
import { findPostgres, freshDatabase } from '../helpers/postgres.ts';
import { runCommand } from '../servers/run-command.ts';
import { freePort, startServer } from './start-server.ts';
import { workflowSteps } from './workflow-steps.ts';

export const postgres = await findPostgres();

export interface Served {
  url: string;
  /** Makes somebody an admin by the server's command line. */
  promote(email: string): Promise<void>;
}

/** Starts a checkout's bundle, lets `drive` use it, and stops it gracefully. */
export async function served(
  checkout: string,
  env: Record<string, string>,
  drive: (server: Served) => Promise<void>,
): Promise<void> {
  const port = freePort();
  const settings = { RATE_LIMIT_ENABLED: 'false', PGLITE_DIR: join(checkout, '.data/e2e'), ...env };
  let server = await startServer(checkout, settings, port);
  try {
    await drive({
      url: server.url,
      // The embedded database belongs to one process at a time.
      promote: async (email) => {
        expect(await server.stop()).toBe(0);
        const done = await runCommand(checkout, `npm run user:promote -- ${email}`, settings);
        expect(done.code, done.output).toBe(0);
        server = await startServer(checkout, settings, port);
      },
    });
    expect(server.output()).not.toMatch(/a long password|Bearer /);
  } finally {
    expect(await server.stop()).toBe(0);
  }
}

const noAudit = 'Not judged, because this npm registry answers no audits';

/** The environment of a server in production, on a fresh database of that name. */
export const inProduction = async (name: string): Promise<Record<string, string>> => ({
  DATABASE_URL: await freshDatabase(postgres ?? '', `sotacode_e2e_${name}`),
  NODE_ENV: 'production',
  JWT_SECRET: 'a secret that is only for this test, 32 bytes',
});

const isTests = (run: string) => /^npm test\b/.test(run);

/**
 * Executes every `run:` step of a checkout's CI as written, and expects each to pass; without
 * `ownTests` the steps that run its tests wait for `npm run verify`.
 */
export async function passesItsCi(
  checkout: string,
  name: string,
  ownTests = true,
): Promise<string[]> {
  const steps = await workflowSteps(checkout);
  for (const { run, env } of steps) {
    if (isTests(run) && !ownTests) {
      console.warn(`Skipped: the tests of ${name}; npm run verify runs them.`);
      continue;
    }
    const { code, output } = await runCommand(checkout, run, await onThisMachine(env, name));
    if (/audit endpoint returned an error/.test(output)) console.warn(`${noAudit}: ${run}`);
    else expect(code, `${run}\n${output}`).toBe(0);
  }
  const status = await runCommand(checkout, 'git status --porcelain');
  expect(status.output).toBe('');
  return steps.map(({ run }) => run);
}

/** Packages come from npm's cache where they are in it; the PostgreSQL and the port are this machine's. */
async function onThisMachine(env: Record<string, string>, name: string) {
  const cached = { ...env, npm_config_prefer_offline: 'true', PORT: `${freePort()}` };
  if (!env.DATABASE_URL || postgres === null) return cached;
  return { ...cached, DATABASE_URL: await freshDatabase(postgres, `sotacode_ci_${name}`) };
}
