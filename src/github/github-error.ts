import { RetryLater } from '../flows/retry-later.ts';

interface GitHubError {
  status: number;
  message: string;
  response?: { headers: Record<string, string | undefined>; data?: { message?: string } };
}

const asGitHubError = (error: unknown): GitHubError | null =>
  error instanceof Error && typeof (error as { status?: unknown }).status === 'number'
    ? (error as unknown as GitHubError)
    : null;

/** The HTTP status of a failed call, or null when the error is something else. */
export const statusOf = (error: unknown): number | null => asGitHubError(error)?.status ?? null;

/** The write may or may not have happened: only looking tells. */
export function isUncertain(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

/** When a call failed for a rate limit: the error that makes the queue wait long enough. */
export function asRetryLater(error: unknown, now: Date): RetryLater | null {
  const failed = asGitHubError(error);
  if (!failed || (failed.status !== 403 && failed.status !== 429)) return null;
  const headers = failed.response?.headers ?? {};
  const retryAfter = Number(headers['retry-after']);
  if (retryAfter > 0) return new RetryLater(Math.ceil(retryAfter), error);
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']) - now.getTime() / 1000;
    return new RetryLater(Math.max(1, Math.ceil(reset)), error);
  }
  const limited = failed.status === 429 || /rate limit/i.test(failed.message);
  return limited ? new RetryLater(60, error) : null;
}

/** GitHub's own words about a refusal, in one line. */
export function refusalReason(error: unknown): string {
  const failed = asGitHubError(error);
  const words = failed?.response?.data?.message ?? failed?.message ?? 'no reason given';
  return words.replaceAll(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
}
