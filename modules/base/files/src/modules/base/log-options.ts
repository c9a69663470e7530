import type { FastifyServerOptions } from 'fastify';
import { describeError, withoutValues } from './describe-error.ts';
import { prettyStream } from './pretty-stream.ts';
import { secretPaths } from './secret-paths.ts';

type LoggerOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>;

/** Structured lines without secrets. */
export function logOptions(level: string, format: string) {
  return {
    level,
    ...(format === 'pretty' && { stream: prettyStream() }),
    redact: secretPaths,
    serializers: { err: (error) => describeError(error) },
    hooks: {
      logMethod([first, ...rest], method) {
        const error = errorOf(first);
        // Without a message of its own a line would take over the error's, values included.
        if (error && rest.length === 0)
          return method.call(this, { err: error }, withoutValues(error.message));
        return method.call(this, first, ...rest);
      },
    },
  } satisfies LoggerOptions;
}

function errorOf(logged: unknown) {
  const { err } = (logged ?? {}) as { err?: unknown };
  return [logged, err].find((value) => value instanceof Error);
}
