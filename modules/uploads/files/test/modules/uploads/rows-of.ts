import type { FastifyInstance } from 'fastify';

/** All rows of files, also those that nobody sees. */
export async function rowsOf(app: FastifyInstance) {
  const { rows } = await app.database.query('select id, state, size, owner_id from files');
  return rows;
}
