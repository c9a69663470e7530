import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './nest/app.module.ts';
import { listen } from './nest/set-up.ts';

// (c) NestJS on Fastify, whose adapter has request ids of its own.
const adapter = new FastifyAdapter({
  genReqId: ({ headers }: IncomingMessage) => String(headers['x-request-id'] ?? randomUUID()),
});
const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
  bufferLogs: true,
});
await app.register(helmet);
adapter.getInstance().addHook('onRequest', async (request, reply) => {
  reply.header('x-request-id', request.id);
});
await listen(app);
