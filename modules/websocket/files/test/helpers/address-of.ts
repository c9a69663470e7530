import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Where clients connect to a server that listens. */
export const addressOf = ({ server }: FastifyInstance) =>
  `ws://127.0.0.1:${(server.address() as AddressInfo).port}/realtime`;
