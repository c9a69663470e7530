import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';

/** Somebody who was deleted, or has another role, need not wait for the next check. */
const changedUsers: Module = async (app) => {
  app.users.onChange(app.realtimeServer.recheck);
};

export default fp(changedUsers, {
  name: 'websocket-changed-users',
  decorators: { fastify: ['realtimeServer', 'users'] },
});
