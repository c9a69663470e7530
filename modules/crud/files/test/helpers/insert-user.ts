import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Stores somebody and returns their id. */
export async function insertUser(app: FastifyInstance): Promise<string> {
  const { id } = await app.users.create({
    email: `${randomUUID()}@example.com`,
    name: 'Somebody',
  });
  return id;
}
