const maxLength = 500;

const secrets: [RegExp, string][] = [
  [/(\w+:\/\/[^\s:/@]*):[^\s@]+@/g, '$1:[Redacted]@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [Redacted]'],
  [
    /((?:password|passwd|secret|token|api[-_]?key)["']?\s*[:=]\s*)["']?[^\s"',;&]+/gi,
    '$1[Redacted]',
  ],
];

/**
 * What is kept of an error, for admins to read: a short sentence. The stack is in the log; an error
 * as a whole may carry requests, and drizzle's message ends with the values of its statement.
 */
export function describeFailure(error: unknown): string {
  const [text = ''] = String(error instanceof Error ? error.message : error).split('\nparams:', 1);
  // Cut twice: hostile text is neither searched for long nor stored.
  return secrets
    .reduce(
      (safe, [secret, instead]) => safe.replace(secret, instead),
      text.slice(0, 4 * maxLength),
    )
    .slice(0, maxLength);
}
