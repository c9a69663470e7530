import type { FastifyInstance } from 'fastify';

/** Why a conditional write hit no row: there is none, or it is not at the version asked for. */
export const refusal = (app: FastifyInstance, current: object | undefined) =>
  current
    ? app.problem(412, 'out-of-date', 'It has changed since you read it. Read it again.')
    : notFound(app);

export const notFound = (app: FastifyInstance) =>
  app.problem(404, 'not-found', 'There is nothing with this id.');
