import type { FastifyInstance } from 'fastify';
import Stripe from 'stripe';
import { newId } from './stripe-world.ts';

export interface Letter {
  type: string;
  object: object;
  id?: string;
  livemode?: boolean;
  account?: string;
}

export const eventOf = ({
  type,
  object,
  id = newId('evt'),
  livemode = false,
  account,
}: Letter) => ({
  ...{ id, object: 'event', type, livemode, data: { object } },
  ...(account !== undefined && { account }),
});

export const sign = (payload: string, secret = 'whsec_tests', secondsAgo = 0) =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(Date.now() / 1000) - secondsAgo,
  });

/** Sends an event as Stripe does: signed by its own code. */
export function deliver(app: FastifyInstance, letter: Letter) {
  const payload = JSON.stringify(eventOf(letter));
  return post(app, payload, { 'stripe-signature': sign(payload) });
}

export const post = (app: FastifyInstance, payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/payments/stripe/webhook',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

export const completed = (app: FastifyInstance, session: object) =>
  deliver(app, { type: 'checkout.session.completed', object: session });
