import { describeError } from './describe-error.ts';

/** Ends the process: with one sentence if somebody can mend the cause, else with all that is known. */
export function exitOn(error: unknown): never {
  console.error(mendable(error) ?? describeError(error));
  process.exit(1);
}

function mendable(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ConfigError') return error.message;
  const { code, syscall, hostname, port } = error as NodeJS.ErrnoException & {
    hostname?: string;
    port?: number;
  };
  if (syscall === 'getaddrinfo' && hostname === process.env.HOST)
    return 'The environment variable HOST is no address of this machine.';
  if (syscall !== 'listen') return undefined;
  return {
    EADDRINUSE: `Something else listens on port ${port}: stop it, or set PORT to another one.`,
    EACCES: `This user may not listen on port ${port}: set PORT to one above 1023.`,
    EADDRNOTAVAIL: 'The environment variable HOST is no address of this machine.',
  }[String(code)];
}
