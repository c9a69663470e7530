import { sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import type { User } from '../../contracts/users.ts';
import { forgetAttempts } from './attempts.ts';

/** Whose password changes, and the request that does it. */
export interface PasswordChange {
  user: User;
  request: FastifyRequest;
}

type Listener = (change: PasswordChange, tx: Database) => Promise<void>;

export interface PasswordChanges {
  /** Saves a new password, and ends all that went with the old one, or does nothing at all. */
  change(change: PasswordChange, save: (tx: Database) => Promise<void>): Promise<void>;
  /** Calls back in the transaction of each change. */
  onChange(listener: Listener): void;
}

export function passwordChanges(app: FastifyInstance): PasswordChanges {
  const listeners: Listener[] = [];
  return {
    change: (change, save) =>
      app.sessions.endAll(change.user.id, async (tx) => {
        // One at a time, and before anything that belongs to the account, as its deletion does.
        await tx.execute(sql`select 1 from users where id = ${change.user.id} for no key update`);
        await save(tx);
        await forgetAttempts(tx, change.user.email);
        for (const listener of listeners) await listener(change, tx);
      }),
    onChange: (listener) => void listeners.push(listener),
  };
}
