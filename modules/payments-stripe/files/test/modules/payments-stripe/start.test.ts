import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { askStripe } from '../../../src/modules/payments-stripe/ask-stripe.ts';
import { stripeClient } from '../../../src/modules/payments-stripe/stripe-client.ts';
import {
  readStripeConfig,
  warnOfKeys,
} from '../../../src/modules/payments-stripe/stripe-config.ts';
import { completed } from './deliver.ts';
import { ownServer } from './own-server.ts';
import { app, newCheckout, open, pay, quiet } from './set-up.ts';

beforeEach(quiet);

const live = {
  NODE_ENV: 'production',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  APP_URL: 'https://shop.test',
  STRIPE_API_BASE: '',
};

describe('the server does not start', () => {
  test.each([
    ['without key', { STRIPE_SECRET_KEY: '' }, 'STRIPE_SECRET_KEY is missing'],
    ['without secret', { STRIPE_WEBHOOK_SECRET: '' }, 'STRIPE_WEBHOOK_SECRET is missing'],
    ['without web app', { APP_URL: '' }, 'APP_URL is missing'],
    ['with a public key', { STRIPE_SECRET_KEY: 'pk_live_x' }, 'STRIPE_SECRET_KEY must be a secret'],
    ['with no address', { APP_URL: 'https://[' }, 'APP_URL must be an address'],
    [
      'with another Stripe',
      { STRIPE_API_BASE: 'http://evil.test' },
      'must not be set in production',
    ],
    ['with no Stripe', { STRIPE_API_BASE: 'http://[' }, 'STRIPE_API_BASE must be an address'],
  ])('%s', async (_name, env, sentence) => {
    await expect(ownServer({ ...live, ...env })).rejects.toThrow(sentence);
  });
});

describe('a warning', () => {
  const warnings = (env: Record<string, string>, isProduction: boolean) => {
    const lines: unknown[] = [];
    const log = { warn: (line: unknown) => lines.push(line) };
    const config = { ...app.stripeTill.config, isLive: false, ...env };
    warnOfKeys({ log } as never, config as never, isProduction);
    return lines;
  };
  test.each([
    ['of real money outside production', { isLive: true }, false, /real money/],
    ['of test money in production', {}, true, /no money moves/],
    ['of no key at all', { STRIPE_SECRET_KEY: '' }, false, /do not work/],
  ])('%s', (_name, env, isProduction, text) => {
    expect(warnings(env as never, isProduction)).toEqual([expect.stringMatching(text)]);
  });
  test('is not given when all is as it should be', () => {
    expect(warnings({}, false)).toEqual([]);
    expect(warnings({ isLive: true } as never, true)).toEqual([]);
  });
});

test('live keys go to Stripe itself', async () => {
  const server = await ownServer(live);
  const client = stripeClient(readStripeConfig(server, true));
  await server.close();
  expect(client?.getApiField('host')).toBe('api.stripe.com');
  expect(client?.getApiField('protocol')).toBe('https');
});

test('logs hold no keys, no addresses of people and nothing of cards', async () => {
  let written = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const { log } = Fastify({ logger: { level: 'trace', stream } });
  const { config, problem } = app.stripeTill;
  const ask = askStripe(
    { log, problem },
    stripeClient({ ...config, STRIPE_SECRET_KEY: 'sk_test_no' }),
  );
  const refused = ask((stripe) => stripe.refunds.list()).catch((err: Error) => log.error(err));
  await refused;
  expect(written).toMatch(/a request to Stripe failed/);
  expect(written).toMatch(/req_1/);
  expect(written).not.toMatch(/sk_test|secret\.test|whsec/);
});

test('all is well from checkout to payment in a server of its own', async () => {
  const server = await ownServer();
  await server.payments.createCheckout(newCheckout());
  expect((await completed(server, await pay(await open()))).statusCode).toBe(200);
  await server.close();
});
