import type { FastifyInstance } from 'fastify';

interface PricedLine {
  unitAmount: number;
  quantity: number;
  currency: string;
}

/** What the lines cost together, in their one currency; never rounded, never overflowing. */
export function totalOf(lines: readonly PricedLine[], problem: FastifyInstance['problem']) {
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
  return { currency, totalAmount: Number(total) };
}
