import type { FastifyInstance } from 'fastify';
import type { CartBody } from './schemas.ts';

export interface PricedLine {
  productId: string;
  quantity: number;
  name: string;
  unitAmount: number;
  currency: string;
  inStock: number;
}

/** The cart with its totals; a sum that a JSON number cannot carry exactly is refused. */
export function cartBody(lines: readonly PricedLine[], problem: FastifyInstance['problem']) {
  const items = lines.map((line) => ({
    ...line,
    amount: exact(BigInt(line.unitAmount) * BigInt(line.quantity)),
    available: line.quantity <= line.inStock,
  }));
  const byCurrency = Map.groupBy(items, ({ currency }) => currency);
  const totals = [...byCurrency].map(([currency, parts]) => {
    const sum = parts.reduce((total, { amount }) => total + BigInt(amount), 0n);
    return { currency, amount: exact(sum) };
  });
  return { items, totals } satisfies CartBody;

  function exact(amount: bigint): number {
    if (amount > BigInt(Number.MAX_SAFE_INTEGER))
      throw problem(422, 'total-too-large', 'The cart is worth more than can be counted.');
    return Number(amount);
  }
}
