import type { JobHandler } from './jobs.ts';

export interface ScheduleOptions {
  /** `minute hour day month weekday`, for example `0 3 * * *`. */
  cron: string;
  /** For example `Europe/Berlin`; UTC unless told. */
  timeZone?: string;
}

/** The moment for which a job runs, which may be a while ago when processes were down. */
export interface Occurrence {
  at: Date;
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Runs work again and again, as the job `name`: each occurrence once across all processes. Call
     * it while the server is being built; a mistake in the expression stops the start.
     */
    schedule(name: string, options: ScheduleOptions, handler: JobHandler<Occurrence>): void;
  }
}
