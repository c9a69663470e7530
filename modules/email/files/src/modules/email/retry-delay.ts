/** Seconds until the next try, four times as long after each one, within a quarter by chance. */
export function retryDelay(attempts: number, random = Math.random()): number {
  const seconds = Math.min(3600, 5 * 4 ** (attempts - 1));
  return seconds * (0.75 + random / 2);
}
