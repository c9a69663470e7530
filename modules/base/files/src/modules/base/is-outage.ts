const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL is shutting down, crashed, starting, or out of connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  // A statement, or a transaction, took too long: as when another keeps a lock.
  '57014',
  '25P03',
]);

/** The client of PostgreSQL gives these no code. */
const messages =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|timeout expired)/;

/** Whether an error, or what caused it, means that a service which this server needs is away. */
export function isOutage(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const { code, message, cause } = error as NodeJS.ErrnoException;
  const isConnection = typeof code === 'string' && (codes.has(code) || /^08...$/.test(code));
  return isConnection || messages.test(message) || isOutage(cause, depth + 1);
}
