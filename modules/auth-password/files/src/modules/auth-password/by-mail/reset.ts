import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { email, newPassword, strict } from '../schemas.ts';
import { Accepted, acceptedWhen, noContent } from './answers.ts';
import type { BackgroundWork } from './background-work.ts';
import { mailToken } from './mail-token.ts';
import { offerReset, useReset } from './resets.ts';

const tags = ['auth'];
const limit = { max: 10, seconds: 600 };

/** A new password for somebody who forgot the old one. */
export const reset: FastifyPluginAsyncTypebox<{ background: BackgroundWork }> = async (
  app,
  { background },
) => {
  const forgot = {
    operationId: 'forgotPassword',
    tags,
    summary: 'Ask for a link to choose a new password',
    body: Type.Object({ email }, strict),
    response: { 202: Accepted, ...app.problems(503) },
  };
  app.post('/auth/forgot-password', { config: { limit }, schema: forgot }, async (req, reply) => {
    const started = background(() => offerReset(app, req.body.email, app.mailer.languageOf(req)));
    return acceptedWhen(started, app, reply);
  });

  const choose = {
    operationId: 'resetPassword',
    tags,
    summary: 'Choose a new password with the token from the mail, and end all sessions',
    body: Type.Object({ token: mailToken, password: newPassword(app.passwords.minLength) }, strict),
    response: { 204: noContent },
  };
  app.post('/auth/reset-password', { config: { limit }, schema: choose }, async (req, reply) => {
    await useReset(app, req.body, req);
    return reply.code(204).send(null);
  });
};
