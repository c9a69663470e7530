import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { forgetAttempts } from './attempts.ts';
import { registration, signedIn } from './schemas.ts';

/**
 * Signing up where no mail can be sent: whoever asks learns whether an address is taken,
 * because nothing else could tell its owner.
 */
const registerAtOnce: Module = async (app) => {
  const schema = {
    operationId: 'register',
    tags: ['auth'],
    summary: 'Create an account and sign in',
    body: registration(app.passwords.minLength),
    response: { 201: signedIn, ...app.problems(409) },
  };
  const config = { limit: { max: 10, seconds: 600 } };

  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/auth/register', { config, schema }, async ({ body }, reply) => {
      const { email, name, password } = body;
      app.passwords.assertStrong(password, email);
      const passwordHash = await app.passwords.hash(password);
      const user = await app.db.transaction(async (tx) => {
        const created = await app.users.create({ email, name }, tx);
        await app.passwords.save(created.id, passwordHash, tx);
        await forgetAttempts(tx, email);
        return created;
      });
      const body201 = await app.sessions.start(reply, user);
      return reply.code(201).send(body201);
    });
};

export default fp(registerAtOnce, {
  name: 'auth-password-register',
  decorators: { fastify: ['passwords'] },
});
