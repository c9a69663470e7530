/**
 * Makes test data that differs each time, so that tests do not meet on unique fields.
 *
 *     const newUser = factory((n) => ({ email: `user-${n}@example.com`, role: 'user' }));
 *     newUser({ role: 'admin' }); // { email: 'user-1@example.com', role: 'admin' }
 */
export function factory<T extends object>(make: (n: number) => T) {
  let count = 0;
  return (overrides: Partial<T> = {}): T => {
    count += 1;
    return { ...make(count), ...overrides };
  };
}
