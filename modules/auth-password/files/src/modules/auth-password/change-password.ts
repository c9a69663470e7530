import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Attempts } from './attempts.ts';
import { checkPassword } from './check-password.ts';
import { newPassword, password, signedIn, strict } from './schemas.ts';
import { startSession } from './start-session.ts';

/** A new password for somebody who knows the old one. Other devices must sign in again. */
export const changePassword: FastifyPluginAsyncTypebox<{ attempts: Attempts }> = async (
  app,
  { attempts },
) => {
  const minLength = app.passwords.minLength;
  const schema = {
    operationId: 'changePassword',
    tags: ['auth'],
    summary: 'Change my password and end all other sessions',
    body: Type.Object({ currentPassword: password, newPassword: newPassword(minLength) }, strict),
    response: { 200: signedIn, ...app.problems(401, 429) },
  };
  const options = { onRequest: app.requireIdentity, config: { limit: { max: 10, seconds: 60 } } };

  app.post('/auth/change-password', { ...options, schema }, async (request, reply) => {
    const { currentPassword, newPassword: chosen } = request.body;
    const me = await app.users.findById(request.identity.userId);
    const checked = await checkPassword(app, attempts, reply, {
      email: me?.email ?? '',
      password: currentPassword,
    });
    const { user, passwordHash, wrong } = checked;
    app.passwords.assertStrong(chosen, user.email);
    const fresh = await app.passwords.hash(chosen);
    await app.passwords.change({ user, request }, async (tx) => {
      if (!(await app.passwords.replace(user.id, passwordHash, fresh, tx))) throw wrong();
    });
    return startSession(app, reply, { ...checked, passwordHash: fresh });
  });
};
