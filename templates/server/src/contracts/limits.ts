declare module 'fastify' {
  interface FastifyContextConfig {
    /** At most `max` requests per `seconds` and client for this route; `false` for no limit at all. */
    limit?: { max: number; seconds: number } | false;
  }
}

export type {};
