import pg from 'pg';

/** The role that a pool's connections act as: their user's own until `actAs` is called. */
export function roleOfPool() {
  let statement: string | undefined;
  const take = async (client: pg.ClientBase) => {
    if (statement) await client.query(statement);
  };
  return {
    /** To be awaited before a connection's first statement: where it fails, there is none. */
    take,
    /** Connections that are idle take the role now, and new ones when they open. */
    async actAs(pool: pg.Pool, role: string) {
      statement = `set role ${pg.escapeIdentifier(role)}`;
      const idle = Array.from({ length: pool.idleCount }, () => pool.connect());
      for (const client of await Promise.all(idle)) {
        await take(client).finally(() => client.release());
      }
    },
  };
}
