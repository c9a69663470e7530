/**
 * Makes test data that differs each time, so that tests do not meet on unique fields.
 *
 *     const newPlant = factory((n) => ({ label: `plant-${n}`, kind: 'fern' }));
 *     newPlant({ kind: 'moss' }); // { label: 'plant-1', kind: 'moss' }
 */
export function factory<T extends object>(make: (n: number) => T) {
  let count = 0;
  return (overrides: Partial<T> = {}): T => {
    count += 1;
    return { ...make(count), ...overrides };
  };
}
