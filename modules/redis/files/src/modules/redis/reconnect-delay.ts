const firstMs = 50;
const longestMs = 3_000;

/** Longer after each failure, and never the same for two processes. */
export function reconnectDelay(retries: number): number {
  const ceiling = Math.min(firstMs * 2 ** Math.min(retries, 10), longestMs);
  return Math.round(ceiling * (0.5 + Math.random() / 2));
}
