import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { CheckoutLine, NewCheckout } from '../../contracts/payments.ts';
import { toStripeAmount } from './stripe-amount.ts';
import type { StripePayment } from './table.ts';

/** As many lines as one session holds. */
const maxLines = 100;

export function sessionParams(payment: StripePayment, checkout: NewCheckout, appUrl: string) {
  const { description, successPath, cancelPath, customerEmail } = checkout;
  const metadata = { checkout: payment.id, reference: payment.reference };
  const page = (path: string) => appUrl.replace(/\/+$/, '') + path;
  return {
    mode: 'payment',
    line_items: linesOf(checkout).map((line) => lineItem(line, payment.currency)),
    client_reference_id: payment.id,
    metadata,
    payment_intent_data: { metadata, description },
    success_url: page(successPath),
    cancel_url: page(cancelPath),
    expires_at: Math.floor(payment.expiresAt.getTime() / 1000),
    // The payer pays the amount and the currency that were asked for, and nothing else.
    adaptive_pricing: { enabled: false },
    ...(customerEmail !== undefined && { customer_email: customerEmail }),
  } satisfies Stripe.Checkout.SessionCreateParams;
}

function linesOf({ lines = [], description, amount }: NewCheckout): CheckoutLine[] {
  const isShowable = lines.length > 0 && lines.length <= maxLines;
  return isShowable ? lines : [{ name: description, quantity: 1, unitAmount: amount }];
}

const lineItem = ({ name, quantity, unitAmount }: CheckoutLine, currency: string) => ({
  quantity,
  price_data: {
    currency: currency.toLowerCase(),
    product_data: { name },
    unit_amount: toStripeAmount(unitAmount, currency) ?? 0,
  },
});

/** The same for each repetition of a request, by whichever process, also after a restart. */
export const idempotencyKey = (...parts: (string | number)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
