import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { loginAttempts } from './attempts.ts';
import { changePassword } from './change-password.ts';
import { login } from './login.ts';
import { PasswordConfig } from './password-config.ts';
import { passwordHasher } from './password-hasher.ts';
import { passwordStore } from './passwords.ts';

const authPassword: Module = async (app) => {
  const config = app.config(PasswordConfig);
  const attempts = loginAttempts(app.db, config);
  const hasher = await passwordHasher(config);
  app.decorate('passwords', passwordStore(app, hasher, config.PASSWORD_MIN_LENGTH));

  await app.register(login, { attempts });
  await app.register(changePassword, { attempts });
};

export default fp(authPassword, {
  name: 'auth-password',
  decorators: { fastify: ['config', 'db', 'problem', 'users', 'sessions', 'requireIdentity'] },
});
