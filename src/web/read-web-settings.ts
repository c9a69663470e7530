import { z } from 'zod';

const count = (otherwise: number) => z.coerce.number().int().min(0).default(otherwise);

const Environment = z.object({
  SOTACODE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SOTACODE_TRUST_PROXY: z.string().optional(),
  SOTACODE_API_PLANNER: z.enum(['offline', 'model']).default('offline'),
  SOTACODE_API_MODEL_PLANS_PER_HOUR: count(60),
  SOTACODE_API_REQUESTS_PER_MINUTE: count(120),
  SOTACODE_API_PLANS_PER_MINUTE: count(10),
  SOTACODE_API_RENDERS_PER_MINUTE: count(6),
  SOTACODE_API_RENDER_QUEUE: count(8),
});

export interface WebSettings {
  /** Where people reach the App, without a slash at the end; null when nobody said. */
  url: string | null;
  /** Addresses or networks of the proxies in front, with commas: whose X-Forwarded-For is believed. */
  trustProxy: string | false;
  /** What plans for the API; the model costs its operator money. */
  planner: 'offline' | 'model';
  modelPlansPerHour: number;
  /** Per minute and IP address. */
  limits: { requests: number; plans: number; renders: number };
  /** How many renders may wait for the one at work. */
  renderQueue: number;
}

/** @throws Error that names the variable which cannot be read */
export function readWebSettings(env: Record<string, string | undefined>): WebSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const read = parsed.data;
  return {
    url: read.SOTACODE_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: read.SOTACODE_TRUST_PROXY ?? false,
    planner: read.SOTACODE_API_PLANNER,
    modelPlansPerHour: read.SOTACODE_API_MODEL_PLANS_PER_HOUR,
    limits: {
      requests: read.SOTACODE_API_REQUESTS_PER_MINUTE,
      plans: read.SOTACODE_API_PLANS_PER_MINUTE,
      renders: read.SOTACODE_API_RENDERS_PER_MINUTE,
    },
    renderQueue: read.SOTACODE_API_RENDER_QUEUE,
  };
}
