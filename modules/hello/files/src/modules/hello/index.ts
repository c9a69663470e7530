import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { greet } from './greet.ts';
import { GreetSchema } from './schemas.ts';

/** Environment variables that this module reads; each also stands in the manifest. */
const Config = Type.Object({ HELLO_GREETING: Type.String({ default: 'Hello', maxLength: 50 }) });

const hello: Module = async (app) => {
  const { HELLO_GREETING } = app.config(Config);
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get('/hello', { schema: GreetSchema }, async ({ query }) => ({
    message: greet(HELLO_GREETING, query.name),
  }));
};

export default fp(hello, { name: 'hello', decorators: { fastify: ['config'] } });
