import { ConfigError } from './config-error.ts';

/** Ends the process: with one sentence if somebody can mend the cause, else with all that is known. */
export function exitOn(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
