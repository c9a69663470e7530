import { createRequire } from 'node:module';
import { ConfigError } from './config-error.ts';

/** Log lines for people. Its package is there for development only, and not in the bundle. */
export function prettyStream(): NodeJS.WritableStream {
  const load = createRequire(import.meta.url);
  try {
    return load('pino-pretty')({ sync: true });
  } catch {
    throw new ConfigError(
      'The environment variable LOG_FORMAT must be json where pino-pretty is not installed.',
    );
  }
}
