import { boundedMap } from './bounded-map.ts';

interface Entry<Value> {
  value: Promise<Value | null>;
  until: number;
}

/**
 * Remembers for a few seconds what the database said of a session, so that a request need not ask.
 * What ended in another process is noticed when the seconds are over.
 */
export function sessionCache<Value>(seconds: number, load: (id: string) => Promise<Value | null>) {
  const entries = boundedMap<string, Entry<Value>>(10_000);

  return {
    get(id: string): Promise<Value | null> {
      const known = entries.get(id);
      if (known && Date.now() < known.until) return known.value;
      // The promise itself is kept: one forgotten while it loads must not come back.
      const value = load(id);
      entries.set(id, { value, until: Date.now() + seconds * 1000 });
      // Made-up tokens must not push out those of people who are here.
      const forget = () => entries.delete(id);
      value.then((found) => found ?? forget(), forget);
      return value;
    },
    forget: entries.delete,
    forgetAll: entries.clear,
  };
}
