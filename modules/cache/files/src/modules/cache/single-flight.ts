interface Flight<Value> {
  result: Promise<Value>;
  tags: readonly string[];
}

/** Work under way, by key: who asks for it meanwhile shares it. */
export function singleFlight<Value>() {
  const flights = new Map<string, Flight<Value>>();
  const pending = new Set<Promise<Value>>();

  return {
    share(key: string, tags: readonly string[], work: () => Promise<Value>): Promise<Value> {
      const known = flights.get(key);
      if (known) return known.result;
      const result = work().finally(() => {
        pending.delete(result);
        if (flights.get(key)?.result === result) flights.delete(key);
      });
      flights.set(key, { result, tags });
      pending.add(result);
      return result;
    },
    /** Who asks from now on does not get what was begun before. */
    forget: (key: string) => void flights.delete(key),
    forgetTagged(tags: readonly string[]) {
      for (const [key, flight] of flights)
        if (flight.tags.some((tag) => tags.includes(tag))) flights.delete(key);
    },
    async drain() {
      await Promise.allSettled(pending);
    },
  };
}
