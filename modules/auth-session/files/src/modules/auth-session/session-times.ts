import type { SessionConfig } from './session-config.ts';
import type { Session } from './table.ts';

const daysAfter = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);

/** When a session that is used now ends, if it is never used again. */
const idleEnd = (now: Date, endsAt: Date, { SESSION_IDLE_DAYS }: SessionConfig) =>
  new Date(Math.min(daysAfter(now, SESSION_IDLE_DAYS).getTime(), endsAt.getTime()));

export function firstTimes(now: Date, config: SessionConfig) {
  const endsAt = daysAfter(now, config.SESSION_MAX_DAYS);
  return { createdAt: now, lastUsedAt: now, expiresAt: idleEnd(now, endsAt, config), endsAt };
}

export const nextTimes = (now: Date, { endsAt }: Session, config: SessionConfig) => ({
  lastUsedAt: now,
  expiresAt: idleEnd(now, endsAt, config),
});
