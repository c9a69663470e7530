import type { FastifyInstance } from 'fastify';

type Problem = FastifyInstance['problem'];

export interface Total {
  /** In minor units of the currency. */
  amount: number;
  currency: string;
}

interface PricedLine {
  unitAmount: number;
  quantity: number;
  currency: string;
}

/** What the lines cost together, in their one currency; never rounded, never overflowing. */
export function totalOf(lines: readonly PricedLine[], problem: Problem): Total {
  const [currency = '', ...others] = new Set(lines.map((line) => line.currency));
  if (others.length > 0) {
    const all = [currency, ...others].join(', ');
    throw problem(422, 'mixed-currencies', `One order has one currency, not ${all}.`);
  }
  const total = lines.reduce(
    (sum, { unitAmount, quantity }) => sum + BigInt(unitAmount) * BigInt(quantity),
    0n,
  );
  if (total > BigInt(Number.MAX_SAFE_INTEGER))
    throw problem(422, 'total-too-large', 'The order costs more than can be counted.');
  return { currency, amount: Number(total) };
}

/** A price that changed since the buyer saw it is not charged unasked. */
export function assertExpected(total: Total, expected: Total | undefined, problem: Problem) {
  if (!expected) return;
  const { amount, currency } = expected;
  if (total.amount === amount && total.currency === currency) return;
  const [now, before] = [`${total.amount} ${total.currency}`, `${amount} ${currency}`];
  const detail = `The total is ${now} now, in minor units, not ${before}. Show it and ask again.`;
  throw problem(409, 'price-changed', detail);
}
