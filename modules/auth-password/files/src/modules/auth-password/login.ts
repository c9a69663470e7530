import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Attempts } from './attempts.ts';
import { checkPassword } from './check-password.ts';
import { email, password, signedIn, strict } from './schemas.ts';
import { startSession } from './start-session.ts';

/** Signing in. Unknown addresses and wrong passwords look the same and cost the same. */
export const login: FastifyPluginAsyncTypebox<{ attempts: Attempts }> = async (
  app,
  { attempts },
) => {
  const schema = {
    operationId: 'login',
    tags: ['auth'],
    summary: 'Sign in with e-mail and password',
    body: Type.Object({ email, password }, strict),
    response: { 200: signedIn, ...app.problems(401, 429) },
  };
  const config = { limit: { max: 10, seconds: 60 } };

  app.post('/auth/login', { config, schema }, async ({ body }, reply) => {
    const checked = await checkPassword(app, attempts, reply, body);
    return startSession(app, reply, checked);
  });
};
