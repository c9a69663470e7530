import pg from 'pg';

/** The role that a pool's connections act as: their user's own until `actAs` is called. */
export function roleOfPool() {
  let statement: string | undefined;
  let acting = new WeakSet<pg.ClientBase>();

  /** A new connection's first statement: where it fails, there is no other. */
  async function take(client: pg.ClientBase) {
    if (!statement) return;
    acting.add(client);
    await client.query(statement);
  }

  /** One that was open, perhaps busy, when the role changed: its next user's statement comes after. */
  function catchUp(client: pg.PoolClient) {
    if (!statement || acting.has(client)) return;
    acting.add(client);
    client.query(statement, (error) => {
      if (error) (client as pg.Client & pg.PoolClient).connection.stream.destroy(error);
    });
  }

  return {
    take,
    actAs(pool: pg.Pool, role: string) {
      if (!statement) pool.on('acquire', catchUp);
      statement = `set role ${pg.escapeIdentifier(role)}`;
      acting = new WeakSet();
    },
  };
}
