import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * `request.log`, made when a request first logs something itself. Most never do, and to look for
 * secrets in the id of each would cost more than its log line.
 */
export const lazyLogger: NonNullable<FastifyServerOptions['childLoggerFactory']> = (
  logger,
  bindings,
  options,
) => {
  let made: FastifyBaseLogger | undefined;
  const own = () => {
    made ??= logger.child(bindings, options);
    return made;
  };
  const at = (level: Level) =>
    ((...line: [string]) => own()[level](...line)) as FastifyBaseLogger[Level];
  return {
    get level() {
      return own().level;
    },
    set level(level) {
      own().level = level;
    },
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    trace: at('trace'),
    silent: at('silent'),
    child: (...more) => own().child(...more),
  };
};
