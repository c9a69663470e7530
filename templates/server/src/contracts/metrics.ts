/** A value for each label. Few values each: every combination is a series of its own. */
export type Labels<Label extends string> = Readonly<Record<Label, string>>;

export interface Counter<Label extends string> {
  inc(labels: Labels<Label>, by?: number): void;
}

export interface Gauge<Label extends string> {
  set(labels: Labels<Label>, value: number): void;
  inc(labels: Labels<Label>, by?: number): void;
  dec(labels: Labels<Label>, by?: number): void;
}

export interface Histogram<Label extends string> {
  observe(labels: Labels<Label>, value: number): void;
}

/** Names as Prometheus wants them: base units and a suffix, `orders_placed_total`, `…_seconds`. */
export interface Metrics {
  counter<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
  ): Counter<Label>;
  gauge<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
  ): Gauge<Label>;
  /** Buckets are upper bounds; unless told, they suit requests in seconds: 0.005 to 10. */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    labels?: readonly Label[],
    buckets?: readonly number[],
  ): Histogram<Label>;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Call it while the server is being built, once for each name. */
    metrics: Metrics;
  }
}
