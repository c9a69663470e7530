/** Thrown by a job that must wait, for instance for a rate limit: it costs no attempt. */
export class RetryLater extends Error {
  readonly seconds: number;

  constructor(seconds: number, cause: unknown) {
    super(`Try again in ${seconds} seconds`, { cause });
    this.name = 'RetryLater';
    this.seconds = seconds;
  }
}
