import { ProbotOctokit } from 'probot';

type OctokitOptions = NonNullable<ConstructorParameters<typeof ProbotOctokit>[0]>;
export type Octokit = InstanceType<typeof ProbotOctokit>;

const timeout = 30_000;

const fetchInTime: typeof fetch = (url, options) =>
  fetch(url, { ...options, signal: AbortSignal.timeout(timeout) });

/** A write that was answered by 502 may have happened: looking comes before repeating. */
const retryReadsOnly = (octokit: Octokit) => {
  octokit.hook.before('request', (options) => {
    if (options.method !== 'GET') options.request = { ...options.request, retries: 0 };
  });
};

/**
 * Octokit without throttling, which would keep waits in memory: a rate limit fails the job, and
 * the queue runs it again when GitHub allows. Probot heeds only the function form of the defaults.
 */
export const PatientOctokit = ProbotOctokit.plugin(retryReadsOnly as never).defaults(
  (options: OctokitOptions) => ({
    ...options,
    throttle: { ...options.throttle, enabled: false },
    retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
    request: { ...options.request, fetch: fetchInTime },
  }),
) as typeof ProbotOctokit;
