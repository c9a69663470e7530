/**
 * Both sides count in the smallest unit of a currency, and nearly always mean the same one: yen have
 * none below them on either side. These are the exceptions: by how much Stripe's number is larger
 * than that of ISO 4217. See https://docs.stripe.com/currencies#special-cases
 */
const factors = new Map([
  ['ISK', 100],
  ['UGX', 100],
  ['MGA', 0.01],
]);

/** Of currencies with three decimals Stripe takes those amounts that end in 0. */
const threeDecimals = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** Undefined for an amount that Stripe cannot take. */
export function toStripeAmount(amount: number, currency: string): number | undefined {
  const factor = factors.get(currency) ?? 1;
  // Division by a whole number is exact where a product with 0.01 is not.
  const stripeAmount = factor < 1 ? amount / Math.round(1 / factor) : amount * factor;
  const isWhole = Number.isSafeInteger(stripeAmount);
  return isWhole && !(threeDecimals.has(currency) && amount % 10 !== 0) ? stripeAmount : undefined;
}

export function fromStripeAmount(stripeAmount: number, currency: string): number {
  const factor = factors.get(currency) ?? 1;
  return factor < 1 ? stripeAmount * Math.round(1 / factor) : stripeAmount / factor;
}
