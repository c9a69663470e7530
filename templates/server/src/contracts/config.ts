import type { Static, TObject } from 'typebox';

export interface ConfigOptions<Schema extends TObject> {
  /** Optional variables that must nevertheless be set when NODE_ENV=production. */
  requiredInProduction?: (keyof Static<Schema>)[];
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Reads environment variables: one property per variable, defaults filled in.
     * A missing or malformed value stops the start with a sentence that names it.
     */
    config<Schema extends TObject>(schema: Schema, options?: ConfigOptions<Schema>): Static<Schema>;
    /** Makes a path of the configuration absolute: a relative one starts at the server's folder. */
    fromRoot(path: string): string;
  }
}
