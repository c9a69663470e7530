import type { FastifyInstance } from 'fastify';
import Stripe from 'stripe';
import { circuit } from './circuit.ts';
import { describeStripeError, type StripeFailure } from './describe-stripe-error.ts';

/** Makes a call; what goes wrong becomes a problem for the client, and a line without secrets. */
export type AskStripe = <T>(call: (stripe: Stripe) => Promise<T>) => Promise<T>;

const advice = 'Payments are not available just now. Try again in a moment.';

export function askStripe(
  { problem, log }: Pick<FastifyInstance, 'problem' | 'log'>,
  stripe: Stripe | undefined,
): AskStripe {
  const line = circuit();
  return async (call) => {
    if (!stripe || !line.allows()) throw problem(503, 'payments-unavailable', advice);
    try {
      const answer = await call(stripe);
      line.record(true);
      return answer;
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      const failure = describeStripeError(error);
      line.record(!failure.isAway);
      log.warn(failure.about, 'a request to Stripe failed');
      const thrown = failure.isRefusal
        ? problem(502, 'payments-refused', 'The payment provider does not take this payment.')
        : problem(503, 'payments-unavailable', advice);
      throw Object.assign(thrown, { failure });
    }
  };
}

/** What Stripe said, of an error that `askStripe` threw. */
export const failureOf = (error: unknown): StripeFailure | undefined =>
  (error as { failure?: StripeFailure }).failure;
