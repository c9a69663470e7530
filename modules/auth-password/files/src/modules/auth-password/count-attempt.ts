import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { PasswordConfig } from './password-config.ts';
import { attempts } from './table.ts';

export interface Counted {
  account: string;
  client: string;
  /** So many failures lock. */
  free: number;
  /** How much this one counts. */
  step: number;
}

/** Counts in one statement, and locks when there were too many; undefined while it is locked. */
export function attemptCounter(db: Database, config: PasswordConfig) {
  return async ({ account, client, free, step }: Counted, now: Date) => {
    const failures = sql`${attempts.failures} + ${step}::integer`;
    const [counted] = await db
      .insert(attempts)
      .values({ account, client, failures: step, lastAt: now })
      .onConflictDoUpdate({
        target: [attempts.account, attempts.client],
        set: {
          failures,
          lastAt: now,
          lockedUntil: nextLock(sql`${failures} - ${free}::integer`, now),
        },
        setWhere: sql`coalesce(${attempts.lockedUntil} <= ${now.toISOString()}::timestamptz, true)`,
      })
      .returning();
    return counted;
  };

  /** Starts at the last failure that is free, and doubles with each one after it. */
  function nextLock(beyond: SQL, now: Date) {
    const seconds = sql`least(${config.LOGIN_LOCK_SECONDS}::integer * power(2, least(${beyond}, 20)), ${config.LOGIN_LOCK_MAX_SECONDS}::integer)`;
    const until = sql`${now.toISOString()}::timestamptz + make_interval(secs => ${seconds})`;
    return sql`case when ${beyond} >= 0 then ${until} end`;
  }
}
