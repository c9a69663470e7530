import type { TObject } from 'typebox';
import type { JobHandler } from '../../contracts/jobs.ts';

export interface JobDefinition {
  name: string;
  data: TObject;
  retries: number;
  timeoutSeconds: number;
  concurrency: number;
  handler: JobHandler<unknown>;
}

export type JobDefinitions = Map<string, JobDefinition>;
