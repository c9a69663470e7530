import type { Static, TObject } from 'typebox';
import type { Database } from './database.ts';

export interface JobOptions<Data extends TObject> {
  /** What a job carries: checked when it is enqueued, and again when it runs. */
  data: Data;
  /** How often a failed job is tried again, each time after a longer wait; 8 unless told. */
  retries?: number;
  /** A run that takes longer counts as failed; 300 unless told. */
  timeoutSeconds?: number;
  /** How many run at the same time in each process; 1 unless told. */
  concurrency?: number;
}

export interface JobRun {
  id: string;
  /** 1 for the first start of this job. */
  attempt: number;
  /** Aborts when the time is up, when another process has taken over, and when the server stops. */
  signal: AbortSignal;
}

/** May run more than once for one job, for example after a crash: its effects must bear that. */
export type JobHandler<Data> = (data: Data, run: JobRun) => Promise<void>;

export interface EnqueueOptions {
  /** A transaction: the job exists if and only if it commits. */
  db?: Database;
  startAfter?: Date;
  /** While a job with this key waits for its first start, no second one is added. */
  key?: string;
}

export interface Job<Data> {
  /** Resolves to the job's id, or to null when one with the same key waits already. */
  enqueue(data: Data, options?: EnqueueOptions): Promise<string | null>;
}

export interface Jobs {
  /** Call it while the server is being built; each process that enqueues or works defines alike. */
  define<Data extends TObject>(
    name: string,
    options: JobOptions<Data>,
    handler: JobHandler<NoInfer<Static<Data>>>,
  ): Job<NoInfer<Static<Data>>>;
  /** Begins to run jobs in this process, which the server does by itself once it listens. */
  work(): Promise<void>;
  /** Calls back when this process begins to run jobs. */
  onWork(listener: () => Promise<void>): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    jobs: Jobs;
  }
}
