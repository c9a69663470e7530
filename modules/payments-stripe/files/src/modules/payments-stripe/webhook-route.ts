import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Stripe from 'stripe';
import Type from 'typebox';
import { takeEvent } from './take-event.ts';

const bodyLimit = 512 * 1024;
const toleranceSeconds = 300;

const short = Type.String({ maxLength: 255 });
const Event = Type.Object({ id: short, type: short, livemode: Type.Boolean() });
const Headers = Type.Object({
  'stripe-signature': Type.Optional(Type.String({ maxLength: 4096 })),
});

/** A scope of its own: only here is a body left as it came, because its bytes are what is signed. */
export const webhookRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers();
  const asIs = { parseAs: 'buffer', bodyLimit } as const;
  app.addContentTypeParser('application/json', asIs, (_request, body, done) => done(null, body));

  const schema = {
    operationId: 'takeStripeEvent',
    tags: ['payments'],
    summary: 'Hear of payments from Stripe',
    headers: Headers,
    body: Event,
    response: { 200: Type.Object({ received: Type.Boolean() }), ...app.problems(400, 413, 503) },
  };
  const options = {
    schema,
    bodyLimit,
    // The body is bytes, which no schema describes; the signature vouches for what they say.
    validatorCompiler: () => () => true,
    config: { limit: { max: 6000, seconds: 60 } },
  };
  app.post('/payments/stripe/webhook', options, async ({ headers, body: bytes }) => {
    const event = readEvent(bytes as unknown, headers['stripe-signature']);
    try {
      await takeEvent(app.stripeTill, event);
    } catch (cause) {
      // Whatever a listener means by it: for Stripe it is a failure, and the event comes again.
      throw new Error(`The event ${event.id} had no effect.`, { cause });
    }
    return { received: true };
  });

  function readEvent(bytes: unknown, signature = '') {
    const { STRIPE_WEBHOOK_SECRET: secret, isLive } = app.stripeTill.config;
    if (!secret) throw app.problem(503, 'payments-unavailable', 'Payments are not set up here.');
    const event = verify(bytes, signature, secret);
    if (!event)
      throw app.problem(400, 'wrong-signature', 'This is not signed by Stripe, or it is too old.');
    if (event.livemode !== isLive)
      throw app.problem(400, 'wrong-mode', 'Test events and live payments do not mix.');
    return event;
  }
};

function verify(bytes: unknown, signature: string, secret: string) {
  if (!Buffer.isBuffer(bytes)) return undefined;
  try {
    return Stripe.webhooks.constructEvent(bytes, signature, secret, toleranceSeconds);
  } catch {
    return undefined;
  }
}
