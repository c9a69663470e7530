import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { userStore } from './user-store.ts';

const users: Module = async (app) => {
  app.decorate('users', userStore(app));
};

export default fp(users, { name: 'users', decorators: { fastify: ['db', 'problem'] } });
