import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { GrantStore } from './grant-store.ts';

/** The admin who changes somebody's roles, and the log that records it. */
export interface By {
  userId: string;
  log: FastifyBaseLogger;
}

/** Changes who has which role: what is refused, what is remembered, what is recorded. */
export function grantKeeper(
  app: FastifyInstance,
  store: GrantStore,
  forget: (userId: string) => void,
) {
  const unknownUser = () => app.problem(404, 'not-found', 'There is no user with this id.');

  /** An account can go after it was looked up. */
  const goneSince = (userId: string) => async (error: unknown) => {
    throw (await app.users.findById(userId)) ? error : unknownUser();
  };

  async function check(userId: string, by: By, roles: readonly string[]) {
    // Rights that an admin gave themselves would outlive their being one.
    if (userId === by.userId)
      throw app.problem(409, 'own-role', 'Ask another admin to change your roles.');
    const unknown = roles.find((role) => !Object.hasOwn(app.policy, role));
    if (unknown) throw app.problem(422, 'unknown-role', `There is no role “${unknown}”.`);
    if (!(await app.users.findById(userId))) throw unknownUser();
  }

  function record(userId: string, by: By, granted: string[], revoked: string[]) {
    forget(userId);
    if (granted.length + revoked.length > 0)
      by.log.info({ audit: 'roles', userId, by: by.userId, granted, revoked }, 'roles changed');
  }

  return {
    async list(userId: string) {
      if (!(await app.users.findById(userId))) throw unknownUser();
      return store.list(userId);
    },
    async grant(userId: string, role: string, by: By) {
      await check(userId, by, [role]);
      const granted = await store.grant(userId, [role], by.userId).catch(goneSince(userId));
      record(userId, by, granted, []);
    },
    async revoke(userId: string, role: string, by: By) {
      await check(userId, by, []);
      if (!(await store.revoke(userId, role)))
        throw app.problem(404, 'not-found', 'This user does not have this role.');
      record(userId, by, [], [role]);
    },
    async replace(userId: string, roles: readonly string[], by: By) {
      await check(userId, by, roles);
      const { granted, revoked } = await store
        .replace(userId, roles, by.userId)
        .catch(goneSince(userId));
      record(userId, by, granted, revoked);
      return store.list(userId);
    },
  };
}
export type GrantKeeper = ReturnType<typeof grantKeeper>;
