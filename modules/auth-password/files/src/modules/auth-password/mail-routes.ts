import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { backgroundWork } from './by-mail/background-work.ts';
import { registration } from './by-mail/registration.ts';
import { reset } from './by-mail/reset.ts';
import { tellOwner } from './by-mail/tell-owner.ts';

/** Signing up and forgotten passwords with a link that is sent to the address; word of changes. */
const mailRoutes: Module = async (app) => {
  const background = backgroundWork(app);
  tellOwner(app);
  await app.register(registration, { background });
  await app.register(reset, { background });
};

export default fp(mailRoutes, {
  name: 'auth-password-mail',
  decorators: { fastify: ['passwords', 'mailer'] },
});
