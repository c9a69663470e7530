declare module 'fastify' {
  interface FastifyContextConfig {
    /** At most `max` requests per `seconds` and client for this route. */
    limit?: { max: number; seconds: number };
  }
}

export type {};
