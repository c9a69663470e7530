import { expect, test } from 'vitest';
import {
  fromStripeAmount,
  toStripeAmount,
} from '../../../src/modules/payments-stripe/stripe-amount.ts';

test.each([
  ['EUR', 1999, 1999],
  ['JPY', 500, 500],
  ['KRW', 1, 1],
  ['KWD', 5120, 5120],
  ['ISK', 5, 500],
  ['UGX', 7, 700],
  ['MGA', 1200, 12],
])('%s %d is %d for Stripe, and back', (currency, ours, theirs) => {
  expect(toStripeAmount(ours, currency)).toBe(theirs);
  expect(fromStripeAmount(theirs, currency)).toBe(ours);
});

test.each([
  ['KWD', 5124],
  ['MGA', 1250],
  ['ISK', Number.MAX_SAFE_INTEGER],
])('%s %d cannot be paid', (currency, amount) => {
  expect(toStripeAmount(amount, currency)).toBeUndefined();
});
