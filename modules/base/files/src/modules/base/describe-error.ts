type ErrorDescription = {
  type: string;
  code?: unknown;
  message: string;
  stack: string;
  cause?: ErrorDescription;
};

/**
 * What a log may hold of an error. Only named fields: errors of drivers also carry the values of the
 * statement that failed, which are people's data and secrets.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error))
    return { type: typeof error, message: typeof error === 'string' ? error : '', stack: '' };
  const { name, code, message, stack = '', cause } = error as NodeJS.ErrnoException;
  return {
    type: error.constructor.name || name,
    ...(code !== undefined && { code }),
    message: withoutValues(message),
    // The message stands in the stack, too, and its values may look like lines of it.
    stack: withoutValues(stack.replace(message, () => withoutValues(message))),
    ...(cause instanceof Error && depth < 5 && { cause: describeError(cause, depth + 1) }),
  };
}

/** Drizzle's message ends with the values: `Failed query: …\nparams: …`. */
export const withoutValues = (text: string) => text.split('\nparams:', 1)[0] ?? '';
