import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

const keyForm = 'a secret key (sk_test_… or sk_live_…) or a restricted one (rk_…) of your account';
const webForm = 'an address like https://example.com';
const webAddress = (description: string) =>
  Type.Optional(Type.String({ pattern: '^https?://.', description }));

const Config = Type.Object({
  STRIPE_SECRET_KEY: Type.Optional(
    Type.String({ pattern: '^(sk|rk)_(test|live)_[A-Za-z0-9_]+$', description: keyForm }),
  ),
  STRIPE_WEBHOOK_SECRET: Type.Optional(
    Type.String({
      pattern: '^whsec_\\S+$',
      description: 'the signing secret whsec_… of the endpoint',
    }),
  ),
  APP_URL: webAddress(webForm),
  STRIPE_CHECKOUT_MINUTES: Type.Integer({ default: 60, minimum: 35, maximum: 1440 }),
  STRIPE_RECONCILE_SECONDS: Type.Integer({ default: 300, minimum: 10, maximum: 86_400 }),
  STRIPE_TIMEOUT_SECONDS: Type.Integer({ default: 8, minimum: 1, maximum: 60 }),
  STRIPE_API_BASE: webAddress('an address like http://127.0.0.1:12111'),
});

export function readStripeConfig(app: FastifyInstance, isProduction: boolean) {
  const required = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'APP_URL'] as const;
  const config = app.config(Config, { requiredInProduction: [...required] });
  const appUrl = config.APP_URL ?? 'http://localhost:3000';
  const apiBase = config.STRIPE_API_BASE;
  if (!URL.canParse(appUrl)) throw mistake(`APP_URL must be ${webForm}`);
  if (apiBase !== undefined && !URL.canParse(apiBase))
    throw mistake('STRIPE_API_BASE must be an address like http://127.0.0.1:12111');
  // Whoever could set it would be sent the secret key, and believed about payments.
  if (apiBase !== undefined && isProduction)
    throw mistake('STRIPE_API_BASE is for tests and must not be set in production');
  const isLive = /^.._live_/.test(config.STRIPE_SECRET_KEY ?? '');
  return {
    ...config,
    appUrl,
    apiBase: apiBase === undefined ? undefined : new URL(apiBase),
    isLive,
  };
}
export type StripeConfig = ReturnType<typeof readStripeConfig>;

/** What is legal and hardly meant. */
export function warnOfKeys({ log }: FastifyInstance, config: StripeConfig, isProduction: boolean) {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret, isLive } = config;
  if (!key || !secret)
    log.warn('payments do not work: set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET');
  else if (isLive && !isProduction)
    log.warn('STRIPE_SECRET_KEY is a live key and this is not production: real money moves');
  else if (!isLive && isProduction)
    log.warn('STRIPE_SECRET_KEY is a test key and this is production: no money moves');
}

const mistake = (message: string) =>
  Object.assign(new Error(`The environment variable ${message}.`), { name: 'ConfigError' });
