import { isDeepStrictEqual } from 'node:util';

/** What `addSchema` was given, by id. */
export type SharedSchemas = Record<string, object>;

/**
 * Fastify asks for a compiler once per route, and plugins have copies of the same schemas. Made
 * anew each time, compilers would take most of the time in which the server starts.
 */
export function oncePerSchemas<Compiler>(make: (schemas: SharedSchemas) => Compiler) {
  const made: { schemas: SharedSchemas; compiler: Compiler }[] = [];
  return (schemas: SharedSchemas): Compiler => {
    const known = made.find((each) => isDeepStrictEqual(each.schemas, schemas));
    if (known) return known.compiler;
    const compiler = make(schemas);
    made.push({ schemas, compiler });
    return compiler;
  };
}
