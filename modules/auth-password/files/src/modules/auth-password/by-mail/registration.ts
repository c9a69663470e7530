import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import * as schemas from '../schemas.ts';
import { Accepted, acceptedWhen, noContent } from './answers.ts';
import type { BackgroundWork } from './background-work.ts';
import { confirm } from './confirm.ts';
import { invite, inviteAgain } from './invite.ts';
import { mailToken } from './mail-token.ts';

const tags = ['auth'];
const limit = { max: 10, seconds: 600 };

/** Signing up: there is no account before the link in the mail is followed. */
export const registration: FastifyPluginAsyncTypebox<{ background: BackgroundWork }> = async (
  app,
  { background },
) => {
  const register = {
    operationId: 'register',
    tags,
    summary: 'Ask for an account',
    body: schemas.registration(app.passwords.minLength),
    response: { 202: Accepted, ...app.problems(503) },
  };
  app.post('/auth/register', { config: { limit }, schema: register }, async (request, reply) => {
    const { name, password } = request.body;
    const email = request.body.email.toLowerCase();
    app.passwords.assertStrong(password, email);
    const passwordHash = await app.passwords.hash(password);
    const language = app.mailer.languageOf(request);
    const started = background(() => invite(app, { email, name, passwordHash, language }));
    return acceptedWhen(started, app, reply);
  });

  const resend = {
    operationId: 'resendVerification',
    tags,
    summary: 'Send the mail with the link again',
    body: Type.Object({ email: schemas.email }, schemas.strict),
    response: { 202: Accepted, ...app.problems(503) },
  };
  const resendUrl = '/auth/resend-verification';
  app.post(resendUrl, { config: { limit }, schema: resend }, async (request, reply) => {
    const email = request.body.email.toLowerCase();
    const language = app.mailer.languageOf(request);
    const started = background(() => inviteAgain(app, email, language));
    return acceptedWhen(started, app, reply);
  });

  const verify = {
    operationId: 'verifyEmail',
    tags,
    summary: 'Create the account with the token from the mail and the password signed up with',
    body: Type.Object({ token: mailToken, password: schemas.password }, schemas.strict),
    response: { 204: noContent, ...app.problems(409) },
  };
  app.post('/auth/verify-email', { config: { limit }, schema: verify }, async (request, reply) => {
    const { token, password } = request.body;
    await confirm(app, token, password);
    return reply.code(204).send(null);
  });
};
