import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { createCheckout } from './create-checkout.ts';
import { giveRefund } from './give-refund.ts';
import { keepReconciling } from './keep-reconciling.ts';
import { readStripeConfig, warnOfKeys } from './stripe-config.ts';
import { openTill } from './till.ts';
import { webhookRoute } from './webhook-route.ts';

const paymentsStripe: Module = async (app, { env }) => {
  const isProduction = env.NODE_ENV === 'production';
  const config = readStripeConfig(app, isProduction);
  warnOfKeys(app, config, isProduction);
  const till = openTill(app, config);
  app.decorate('stripeTill', till);
  app.decorate('payments', {
    createCheckout: (checkout) => createCheckout(till, checkout),
    onSettled: till.onSettled,
    refund: (paymentId, amount) => giveRefund(till, paymentId, amount),
  });
  await app.register(webhookRoute);
  keepReconciling(app);
};

export default fp(paymentsStripe, {
  name: 'payments-stripe',
  decorators: { fastify: ['config', 'db', 'problem', 'problems'] },
});
