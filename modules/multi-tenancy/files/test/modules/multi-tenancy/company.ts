import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';

export type Person = Awaited<ReturnType<typeof signIn>>;

/** What a person asks of the server. */
export const sender =
  (app: FastifyInstance) =>
  (
    { headers }: Person,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
  ) =>
    app.inject({ method, url, headers, ...(payload && { payload }) });

/** Ann's tenant, Ben who has an account only, and how people get in. */
export async function newCompany(app: FastifyInstance) {
  await resetDatabase(app);
  const send = sender(app);
  const ann = await signIn(app, { email: 'ann@example.com' });
  const ben = await signIn(app, { email: 'ben@example.com' });
  const made = await send(ann, 'POST', '/tenants', { slug: 'acme', name: 'Acme' });
  const { id } = made.json<{ id: string }>();
  const invite = (role: string, email = 'ben@example.com', by = ann) =>
    send(by, 'POST', `/tenants/${id}/members`, { email, role });
  const accept = (who: Person) => send(who, 'PUT', `/tenants/${id}/members/me`);
  const join = async (who: Person, email: string, role: string) => {
    expect((await invite(role, email)).statusCode).toBe(201);
    expect((await accept(who)).statusCode).toBe(200);
  };
  return { ann, ben, id, invite, accept, join };
}
