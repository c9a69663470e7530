/** What names a thing more closely makes the general word redundant. */
const impliedBy: Record<string, string> = {
  'cache-memory': 'cache-redis',
  'webhooks-in': 'webhooks-out',
  'serverless-lambda': 'cloudflare-workers',
};

/** Whether a label says no more than another of those that were asked for. */
export const isImplied = (label: string, asked: ReadonlySet<string>): boolean =>
  asked.has(impliedBy[label] ?? '');
