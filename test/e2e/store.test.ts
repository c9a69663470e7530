import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../servers/run-command.ts';
import { type ModelServer, startModelServer } from '../stand-in-model/start-model-server.ts';
import { driveStore } from './drive-store.ts';
import { ask, type Delivered, type OpenWorld, openWorld } from './open-world.ts';
import { inProduction, passesItsCi, postgres, type Served, served } from './served.ts';
import { storePlan } from './store-plan.ts';

const minutes = 60_000;
const request = 'an online store with accounts, product catalogue,\norders and Stripe';

const stripe = {
  STRIPE_SECRET_KEY: 'sk_test_of_nobody',
  STRIPE_WEBHOOK_SECRET: 'whsec_of_nobody',
  APP_URL: 'https://store.example',
};

async function driveStoreWithStripe(server: Served) {
  await driveStore(server);
  const headers = { 'content-type': 'application/json', 'stripe-signature': 't=1,v1=forged' };
  const event = { method: 'POST', headers, body: '{"id":"evt_1","type":"x","livemode":false}' };
  const answer = await fetch(`${server.url}/payments/stripe/webhook`, event);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'wrong-signature' });
}

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
    expect(body).toContain('| POST | `/payments/stripe/webhook` | public |');
    expect(body).toContain('erDiagram');
    expect(body).toContain('| POST | `/orders` | authenticated |');
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
      expect(await passesItsCi(store.checkout, 'store')).toEqual(
        expect.arrayContaining(['npm ci', 'npm run typecheck', 'npm run lint', 'npm run build']),
      );
    },
    10 * minutes,
  );

  it(
    'serves people on the embedded database',
    () => served(store.checkout, stripe, driveStoreWithStripe),
    3 * minutes,
  );

  it.skipIf(postgres === null)(
    'serves people on PostgreSQL, as in production',
    async () => {
      await served(
        store.checkout,
        { ...(await inProduction('store')), ...stripe },
        driveStoreWithStripe,
      );
    },
    3 * minutes,
  );

  async function headOf(branch: string) {
    const { output } = await runCommand(store.checkout, `git ls-remote origin ${branch}`);
    return output.slice(0, 40);
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
    3 * minutes,
  );
});
