import type { FastifyInstance } from 'fastify';
import type { NewCheckout } from '../../contracts/payments.ts';
import { toStripeAmount } from './stripe-amount.ts';

/** Mistakes of the caller are errors; an amount that Stripe cannot take is a problem to tell. */
export function checkCheckout(checkout: NewCheckout, problem: FastifyInstance['problem']) {
  const { reference, amount, currency, lines = [], successPath, cancelPath } = checkout;
  if (reference.length < 1 || reference.length > 500)
    throw new Error('A checkout needs a reference of 500 characters at most.');
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error('A checkout needs a currency such as EUR.');
  if (!Number.isSafeInteger(amount) || amount < 1)
    throw new Error('A checkout needs an amount in minor units, 1 or more.');
  const sum = lines.reduce((total, { quantity, unitAmount }) => total + quantity * unitAmount, 0);
  if (lines.length > 0 && sum !== amount)
    throw new Error('The lines of a checkout have to make its amount.');
  if (![successPath, cancelPath].every((path) => /^\/(?![/\\])/.test(path)))
    throw new Error('A checkout leads back to paths of the web app.');
  const amounts = [amount, ...lines.map(({ unitAmount }) => unitAmount)];
  if (amounts.some((each) => toStripeAmount(each, currency) === undefined))
    throw problem(502, 'payments-refused', `Such an amount cannot be paid in ${currency}.`);
}
