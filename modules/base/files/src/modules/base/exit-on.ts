/** Ends the process: with one sentence if somebody can mend the cause, else with all that is known. */
export function exitOn(error: unknown): never {
  const isMendable = error instanceof Error && error.name === 'ConfigError';
  console.error(isMendable ? error.message : error);
  process.exit(1);
}
