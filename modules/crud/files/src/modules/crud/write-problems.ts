import type { FastifyInstance } from 'fastify';
import { type Violation, violationOf } from './violation.ts';

/** For `.catch()` of an insert or update: what the database refused becomes the client's problem. */
export const saveProblem = (app: FastifyInstance) => (error: unknown) => {
  const violation = violationOf(error);
  throw violation ? problemOf(app, violation) : error;
};

/** For `.catch()` of a delete. */
export const removeProblem = (app: FastifyInstance) => (error: unknown) => {
  if (violationOf(error)?.code !== '23503') throw error;
  throw app.problem(409, 'still-referenced', 'Something else still refers to this.');
};

function problemOf(app: FastifyInstance, { code, column }: Violation) {
  switch (code) {
    case '23505':
      return app.problem(409, `${kebab(column)}-taken`, `This ${column} is already in use.`);
    case '23503':
      return unknownReference(app, column);
    case '23514':
      return app.problem(422, 'invalid-combination', `The values of ${column} do not fit.`);
    default:
      return app.problem(400, 'invalid-value', 'A value cannot be stored.');
  }
}

/** @param column of the reference, for example `categoryId` */
export const unknownReference = (app: FastifyInstance, column: string) =>
  app.problem(422, `unknown-${kebab(column).replace(/-id$/, '')}`, `There is no such ${column}.`);

const kebab = (camel: string) => camel.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
