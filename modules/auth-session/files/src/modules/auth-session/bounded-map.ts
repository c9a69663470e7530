/** A map that forgets its oldest entry when it would grow past `max`. */
export function boundedMap<Key, Value>(max: number) {
  const entries = new Map<Key, Value>();
  return {
    get: (key: Key) => entries.get(key),
    set(key: Key, value: Value) {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.keys().next();
      if (entries.size > max && !oldest.done) entries.delete(oldest.value);
    },
    delete: (key: Key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
