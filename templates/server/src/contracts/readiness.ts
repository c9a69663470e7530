export interface ReadinessOptions {
  /** False for what the server can do without: reported, but the server counts as ready. */
  required?: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Adds a check that must resolve for the server to count as ready. */
    addReadinessCheck(name: string, check: () => Promise<void>, options?: ReadinessOptions): void;
  }
}
