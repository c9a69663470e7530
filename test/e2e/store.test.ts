import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findPostgres, freshDatabase } from '../helpers/postgres.ts';
import { runCommand } from '../servers/run-command.ts';
import { type ModelServer, startModelServer } from '../stand-in-model/start-model-server.ts';
import { driveStore } from './drive-store.ts';
import { ask, type Delivered, type OpenWorld, openWorld } from './open-world.ts';
import { freePort, startServer } from './start-server.ts';
import { storePlan } from './store-plan.ts';
import { workflowSteps } from './workflow-steps.ts';

const minutes = 60_000;
const request = 'an online store with accounts, product catalogue,\norders and Stripe';
const postgres = await findPostgres();

/** From a signed webhook to a server that is used over HTTP; the model is scripted. */
describe('an online store', () => {
  let model: ModelServer;
  let world: OpenWorld;
  let store: Delivered;

  beforeAll(async () => {
    model = await startModelServer([{ plan: storePlan }, { plan: storePlan }]);
    world = await openWorld({
      OPENAI_API_KEY: 'sk-test',
      OPENAI_BASE_URL: model.url,
      SOTACODE_MODEL: 'scripted',
    });
    store = await ask(world, 'store', request);
  }, 2 * minutes);
  afterAll(async () => {
    await world?.close();
    await model?.stop();
  });

  it('arrives as one commit in one pull request that explains itself', async () => {
    const { repository, checkout } = store;
    expect(repository.pulls).toHaveLength(1);
    const body = repository.pulls[0]?.body ?? '';
    expect(body).toContain('> an online store with accounts, product catalogue,');
    expect(body).toContain('Closes #1');
    expect(body).toContain('**Stripe**');
    expect(body).toContain('erDiagram');
    expect(body).toContain('| POST | `/orders` | owner |');
    const log = await runCommand(checkout, 'git log --format=%an%n%s origin/main..');
    expect(log.output.trim().split('\n')).toEqual(['SotACode', 'Add: Online store']);
    expect(model.requests()).toHaveLength(1);
  });

  it('shows its steps in a check run and ends its comment in the link', () => {
    const { repository } = store;
    expect(repository.reactions.map(({ content }) => content)).toEqual(['eyes']);
    expect(repository.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
    expect(repository.checkRuns[0]?.output.summary).toContain('Plan');
    expect(repository.comments).toHaveLength(1);
    expect(repository.comments[0]?.body).toContain(`#${repository.pulls[0]?.number}`);
  });

  it('needs as many calls to GitHub as any other server', () => {
    const writes = world.github.requests.filter(({ method }) => method !== 'GET');
    const git = writes
      .filter(({ path }) => path.includes('/git/'))
      .map(({ path }) => path.split('/git/')[1]);
    expect(git).toEqual(['trees', 'commits', 'refs']);
  });

  it(
    'passes each step of its own CI, as written',
    async () => {
      const steps = await workflowSteps(store.checkout);
      expect(steps.map(({ run }) => run)).toEqual(
        expect.arrayContaining(['npm ci', 'npm run typecheck', 'npm run lint', 'npm run build']),
      );
      for (const { run, env } of steps) {
        const { code, output } = await runCommand(store.checkout, run, await onThisMachine(env));
        expect(code, `${run}\n${output}`).toBe(0);
      }
      const status = await runCommand(store.checkout, 'git status --porcelain');
      expect(status.output).toBe('');
    },
    10 * minutes,
  );

  it('serves people on the embedded database', () => drive({}), 3 * minutes);

  it.skipIf(postgres === null)(
    'serves people on PostgreSQL, as in production',
    async () => {
      const url = await freshDatabase(postgres ?? '', 'sotacode_e2e_store');
      await drive({
        DATABASE_URL: url,
        NODE_ENV: 'production',
        JWT_SECRET: 'a secret that is only for this test, 32 bytes',
      });
    },
    3 * minutes,
  );

  async function headOf(branch: string) {
    const { output } = await runCommand(store.checkout, `git ls-remote origin ${branch}`);
    return output.slice(0, 40);
  }

  async function drive(env: Record<string, string>) {
    const port = freePort();
    const quiet = {
      RATE_LIMIT_ENABLED: 'false',
      PGLITE_DIR: join(store.checkout, '.data/e2e'),
      ...env,
    };
    let server = await startServer(store.checkout, quiet, port);
    try {
      await driveStore({
        url: server.url,
        // The embedded database belongs to one process at a time.
        promote: async (email) => {
          expect(await server.stop()).toBe(0);
          const done = await runCommand(store.checkout, `npm run user:promote -- ${email}`, quiet);
          expect(done.code, done.output).toBe(0);
          server = await startServer(store.checkout, quiet, port);
        },
      });
      expect(server.output()).not.toMatch(/a long password|Bearer /);
    } finally {
      expect(await server.stop()).toBe(0);
    }
  }

  it(
    'comes only once, whatever is delivered again and whatever the App forgets',
    async () => {
      const { repository, delivery } = store;
      const { head = '' } = repository.pulls[0] ?? {};
      const before = await headOf(head);
      await world.loseDatabase();
      await world.github.redeliver(delivery);
      await vi.waitFor(() => expect(model.requests()).toHaveLength(2), 30_000);
      await vi.waitFor(() => expect(repository.comments[0]?.body).toContain('ready'), 30_000);
      expect(await headOf(head)).toBe(before);
      expect(repository.pulls).toHaveLength(1);
      expect(repository.comments).toHaveLength(1);
      expect(repository.checkRuns).toHaveLength(1);
    },
    minutes,
  );
});

/** A CI service as it is reached here: the workflow's own PostgreSQL is this machine's. */
async function onThisMachine(env: Record<string, string>): Promise<Record<string, string>> {
  if (!env.DATABASE_URL || postgres === null) return env;
  return { ...env, DATABASE_URL: await freshDatabase(postgres, 'sotacode_e2e_ci') };
}
