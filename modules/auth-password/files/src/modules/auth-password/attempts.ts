import { createHash } from 'node:crypto';
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { clientNetwork } from './client-network.ts';
import { attemptCounter } from './count-attempt.ts';
import type { PasswordConfig } from './password-config.ts';
import { attempts } from './table.ts';

export interface Attempts {
  /**
   * Counts an attempt before its outcome is known, so that guesses made at once do not slip
   * through together. Resolves to the seconds to wait when the account is locked, else to 0.
   */
  begin(email: string, ip: string): Promise<number>;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const accountOf = (email: string) => hashOf(email.toLowerCase());

/** Stands for all clients together. */
const everybody = '';
const clientsToLockAll = 10;
const forgetAfterMs = 86_400_000;
const batch = 100;

/**
 * Lock-out per e-mail address, whether it has an account or not: the lock gives nothing away. It is
 * for the client that guesses; only many clients together lock an address for all.
 */
export function loginAttempts(db: Database, config: PasswordConfig): Attempts {
  const free = config.LOGIN_MAX_FAILURES;
  const count = attemptCounter(db, config);

  return {
    async begin(email, ip) {
      const now = new Date();
      const account = accountOf(email);
      const client = hashOf(`${account} ${clientNetwork(ip)}`);
      await deleteOld(db, now);
      const wait = await secondsLeft(account, client, now);
      if (wait > 0) return wait;
      const own = await count({ account, client, free, step: 1 }, now);
      // What one client tries beyond its lock does not count here: alone it never locks out others.
      const step = own && own.failures > free ? 0 : 1;
      const together = { account, client: everybody, free: free * clientsToLockAll, step };
      const counted = own && (await count(together, now));
      return counted ? 0 : Math.max(1, await secondsLeft(account, client, now));
    },
  };

  async function secondsLeft(account: string, client: string, now: Date) {
    const these = and(eq(attempts.account, account), inArray(attempts.client, [client, everybody]));
    const locked = await db
      .select({ until: attempts.lockedUntil })
      .from(attempts)
      .where(and(these, gt(attempts.lockedUntil, now)));
    const ends = locked.map(({ until }) => until?.getTime() ?? 0);
    return Math.ceil((Math.max(now.getTime(), ...ends) - now.getTime()) / 1000);
  }
}

/** Forgets the failures of all clients: after a success, and with a password that nobody tried yet. */
export async function forgetAttempts(db: Database, email: string): Promise<void> {
  await db.delete(attempts).where(eq(attempts.account, accountOf(email)));
}

/** A few at a time, so that no timer is needed and no request notices. */
async function deleteOld(db: Database, now: Date) {
  const old = db
    .select({ account: attempts.account, client: attempts.client })
    .from(attempts)
    .where(lt(attempts.lastAt, new Date(now.getTime() - forgetAfterMs)))
    .limit(batch)
    .for('update', { skipLocked: true });
  await db.delete(attempts).where(sql`(${attempts.account}, ${attempts.client}) in ${old}`);
}
