import Stripe from 'stripe';
import type { StripeConfig } from './stripe-config.ts';

/** Named here, so that neither an update of the package nor the account's settings change answers. */
export const apiVersion = '2026-10-28.endive';

export function stripeClient(config: StripeConfig): Stripe | undefined {
  const { STRIPE_SECRET_KEY: key, STRIPE_TIMEOUT_SECONDS: seconds, apiBase } = config;
  if (!key) return undefined;
  return new Stripe(key, {
    apiVersion,
    timeout: seconds * 1000,
    maxNetworkRetries: 2,
    telemetry: false,
    ...(apiBase && {
      protocol: apiBase.protocol === 'http:' ? 'http' : 'https',
      host: apiBase.hostname,
      port: apiBase.port || (apiBase.protocol === 'http:' ? 80 : 443),
    }),
  });
}
