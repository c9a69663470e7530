/** A constraint that a statement ran against. */
export interface Violation {
  /** SQLSTATE: `23505` unique, `23503` foreign key, `23514` check, `22…` unusable value. */
  code: string;
  /** Column that the constraint is named after, in camel case. */
  column: string;
}

/** A missing value (`23502`) is not among them: our schemas should have asked for it. */
const clientFaults = /^(22\w{3}|23503|23505|23514)$/;

/** Drizzle wraps the driver's error, so the causes are searched too. */
export function violationOf(error: unknown): Violation | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint = '', table = '' } = error as Error & Partial<Record<string, string>>;
  return typeof code === 'string' && clientFaults.test(code)
    ? { code, column: columnOf(constraint, table) }
    : violationOf(error.cause);
}

/** `products_sku_unique` of `products` is about `sku`. */
const columnOf = (constraint: string, table: string) =>
  constraint
    .slice(constraint.startsWith(`${table}_`) ? table.length + 1 : 0)
    .replace(/_(unique|key|fkey|check|range)$/, '')
    .replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
