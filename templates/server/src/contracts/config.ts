import type { Static, TObject, TOptional, TSchema } from 'typebox';

export interface ConfigOptions<Schema extends TObject> {
  /** Optional variables that must nevertheless be set when NODE_ENV=production. */
  requiredInProduction?: (keyof Schema['properties'])[];
}

/** Value by variable. Written out, because Static of a schema still unknown costs the compiler seconds. */
export type ConfigOf<in out Schema extends TObject> = {
  [Name in keyof Schema['properties']]: Schema['properties'][Name] extends TOptional<TSchema>
    ? Static<Schema['properties'][Name]> | undefined
    : Static<Schema['properties'][Name]>;
};

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Reads environment variables: one property per variable, defaults filled in.
     * A missing or malformed value stops the start with a sentence that names it.
     */
    config<Schema extends TObject>(
      schema: Schema,
      options?: ConfigOptions<Schema>,
    ): ConfigOf<Schema>;
    /** Makes a path of the configuration absolute: a relative one starts at the server's folder. */
    fromRoot(path: string): string;
  }
}
