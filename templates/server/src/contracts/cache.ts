/** What JSON makes of a value: a date becomes text. */
export type Serialized<Value> = Value extends { toJSON(): infer Json }
  ? Json
  : Value extends object
    ? { [Name in keyof Value]: Serialized<Value[Name]> }
    : Value;

export interface CacheOptions {
  /** How long a value is good; somewhat less for some, so that they do not all end at once. */
  seconds: number;
  /** What the value was made of, so that `invalidateTags` finds it. */
  tags?: readonly string[];
  /** For so long after that, the old value is given out while a new one is loaded. */
  staleSeconds?: number;
}

/**
 * Values that can be had anew, kept for a while. Whatever is wrong with the cache, the answer is
 * that it holds nothing: it never fails a request.
 */
export interface Cache {
  /**
   * The value of a key; where there is none, that of `load`, which runs once for all who ask
   * meanwhile. Everybody gets a copy that went through JSON. An error is given to those who wait,
   * and not kept; neither is `undefined`. `null` is a value: that there is nothing.
   */
  wrap<Value>(
    key: string,
    options: CacheOptions,
    load: () => Promise<Value>,
  ): Promise<Serialized<Value>>;
  /** The value of a key, or undefined; the type is the caller's to know. */
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, options: CacheOptions): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * From now on no value with one of these tags is given out, and none that loads already is kept;
   * only another process may still answer with what it was loading just then.
   */
  invalidateTags(...tags: string[]): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    cache: Cache;
  }
}
