import { createHash } from 'node:crypto';
import { eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { PasswordConfig } from './password-config.ts';
import { attempts } from './table.ts';

export interface Attempts {
  /**
   * Counts an attempt before its outcome is known, so that guesses made at once do not slip
   * through together. Resolves to the seconds to wait when the account is locked, else to 0.
   */
  begin(email: string): Promise<number>;
  /** Forgets the failures after a success. */
  clear(email: string): Promise<void>;
}

const accountOf = (email: string) =>
  createHash('sha256').update(email.toLowerCase()).digest('base64url');

const forgetAfterMs = 86_400_000;
const batch = 100;

/** Lock-out per e-mail address, whether it has an account or not: the lock gives nothing away. */
export function loginAttempts(db: Database, config: PasswordConfig): Attempts {
  return {
    async begin(email) {
      const account = accountOf(email);
      const now = new Date();
      await deleteOld(db, now);
      const [counted] = await db
        .insert(attempts)
        .values({ account, failures: 1, lastAt: now })
        .onConflictDoUpdate({
          target: attempts.account,
          set: { failures: sql`${attempts.failures} + 1`, lastAt: now, lockedUntil: nextLock(now) },
          setWhere: sql`coalesce(${attempts.lockedUntil} <= ${now.toISOString()}::timestamptz, true)`,
        })
        .returning();
      return counted ? 0 : secondsLeft(account, now);
    },
    clear: async (email) =>
      void (await db.delete(attempts).where(eq(attempts.account, accountOf(email)))),
  };

  /** Starts at the last failure that is free, and doubles with each one after it. */
  function nextLock(now: Date) {
    const beyond = sql`${attempts.failures} + 1 - ${config.LOGIN_MAX_FAILURES}::integer`;
    const seconds = sql`least(${config.LOGIN_LOCK_SECONDS}::integer * power(2, least(${beyond}, 20)), ${config.LOGIN_LOCK_MAX_SECONDS}::integer)`;
    const until = sql`${now.toISOString()}::timestamptz + make_interval(secs => ${seconds})`;
    return sql`case when ${beyond} >= 0 then ${until} end`;
  }

  async function secondsLeft(account: string, now: Date) {
    const [locked] = await db.select().from(attempts).where(eq(attempts.account, account));
    const ms = (locked?.lockedUntil ?? now).getTime() - now.getTime();
    return Math.max(1, Math.ceil(ms / 1000));
  }
}

/** A few at a time, so that no timer is needed and no request notices. */
async function deleteOld(db: Database, now: Date) {
  const old = db
    .select({ account: attempts.account })
    .from(attempts)
    .where(lt(attempts.lastAt, new Date(now.getTime() - forgetAfterMs)))
    .limit(batch)
    .for('update', { skipLocked: true });
  await db.delete(attempts).where(inArray(attempts.account, old));
}
