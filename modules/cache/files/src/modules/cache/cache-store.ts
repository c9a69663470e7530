/** How long a value is kept, in milliseconds, and with what it ends before. */
export interface Lifetime {
  freshMs: number;
  staleMs: number;
  tags: readonly string[];
}

/** A value as JSON. */
export interface Hit {
  text: string;
  /** Past its time, though still to be had. */
  isStale: boolean;
}

/** The right to load a value, and to keep it if nothing has overtaken it meanwhile. */
export interface Claim {
  keep(text: string): Promise<void>;
  giveUp(): Promise<void>;
}

/** Where values are. None of it rejects: a store that is in trouble is an empty one. */
export interface CacheStore {
  read(key: string, tags: readonly string[]): Promise<Hit | undefined>;
  /** Null while another process loads the value. */
  claim(key: string, lifetime: Lifetime): Promise<Claim | null>;
  /** Removes a value, also for loads that are under way: what they bring is not kept. */
  remove(key: string): Promise<void>;
  invalidate(tags: readonly string[]): Promise<void>;
}
