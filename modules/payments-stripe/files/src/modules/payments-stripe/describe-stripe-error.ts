import Stripe from 'stripe';

const { errors } = Stripe;

export interface StripeFailure {
  /** Stripe is down, slow, or does not answer in its language. */
  isAway: boolean;
  /** It understood, and says no. */
  isRefusal: boolean;
  /** The same request with the same key would get the same answer, for a day. */
  isFinal: boolean;
  /** For logs. Never the message: it repeats addresses, and parts of keys. */
  about: { type: string; code?: string; status?: number; requestId?: string };
}

export function describeStripeError(error: Stripe.errors.StripeError): StripeFailure {
  const { type, code, statusCode: status, requestId } = error;
  const isAway =
    error instanceof errors.StripeConnectionError || error instanceof errors.StripeAPIError;
  const isUndecided =
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeRateLimitError ||
    error instanceof errors.StripeIdempotencyError ||
    status === 409;
  return {
    isAway,
    isRefusal: error instanceof errors.StripeInvalidRequestError && !isUndecided,
    isFinal: !isUndecided,
    about: {
      type,
      ...(code !== undefined && { code }),
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { requestId }),
    },
  };
}
