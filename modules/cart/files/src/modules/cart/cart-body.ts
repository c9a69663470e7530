import type { CartBody } from './schemas.ts';

export interface PricedLine {
  productId: string;
  quantity: number;
  name: string;
  unitAmount: number;
  currency: string;
  inStock: number;
}

/** The cart with its totals. A price may have risen since: what no JSON number carries is null. */
export function cartBody(lines: readonly PricedLine[]): CartBody {
  const worth = ({ unitAmount, quantity }: PricedLine) => BigInt(unitAmount) * BigInt(quantity);
  const items = lines.map((line) => ({
    ...line,
    amount: exact(worth(line)),
    available: line.quantity <= line.inStock,
  }));
  const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
  const totals = [...byCurrency].map(([currency, parts]) => {
    return { currency, amount: exact(parts.reduce((total, part) => total + worth(part), 0n)) };
  });
  return { items, totals };
}

/** Each line is part of a total. */
export const isCountable = ({ totals }: CartBody) => totals.every(({ amount }) => amount !== null);

const exact = (amount: bigint) =>
  amount > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(amount);
