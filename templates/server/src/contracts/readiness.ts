declare module 'fastify' {
  interface FastifyInstance {
    /** Adds a check that must resolve for the server to count as ready. */
    addReadinessCheck(name: string, check: () => Promise<void>): void;
  }
}

export type {};
