import pg from 'pg';

/** Connections of a pool take a role before their next statement; those that cannot are ended. */
export function actAs(pool: pg.Pool, role: string) {
  const acting = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (acting.has(client)) return;
    acting.add(client);
    // Called back before the next statement is sent: it never runs as somebody else.
    client.query(`set role ${pg.escapeIdentifier(role)}`, (error) => {
      if (error) (client as pg.Client & pg.PoolClient).connection.stream.destroy(error);
    });
  });
}
