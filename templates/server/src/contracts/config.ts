import type { Static, TObject } from 'typebox';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Reads environment variables: one property per variable, defaults filled in.
     * A missing or malformed value stops the start with a sentence that names it.
     */
    config<Schema extends TObject>(schema: Schema): Static<Schema>;
  }
}
