import Type from 'typebox';

export const JobsConfig = Type.Object({
  JOBS_WORKER: Type.Boolean({ default: true }),
  MIGRATE_ON_START: Type.Boolean({ default: true }),
  SHUTDOWN_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 0 }),
});
