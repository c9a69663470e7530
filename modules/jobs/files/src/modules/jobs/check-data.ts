import type { FastifyInstance } from 'fastify';
import { Value } from 'typebox/value';
import type { JobDefinition } from './job-definition.ts';

const maxBytes = 100_000;

/** What is wrong with the data of a job, without showing it; undefined when all is well. */
export function mistakeIn({ name, data: schema }: JobDefinition, data: unknown) {
  const [error] = Value.Errors(schema, data);
  return (
    error && `The data of the job ${name} is not valid: ${error.instancePath} ${error.message}`
  );
}

/** Throws unless a job can carry the data. */
export function assertStorable(
  problem: FastifyInstance['problem'],
  definition: JobDefinition,
  data: unknown,
) {
  const mistake = mistakeIn(definition, data);
  if (mistake) throw new TypeError(mistake);
  const text = JSON.stringify(data);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    const detail = `The data of the job ${definition.name} has ${bytes} bytes; at most ${maxBytes} are kept.`;
    throw problem(413, 'job-too-large', detail);
  }
  // PostgreSQL stores every character but this one.
  if (/(?<!\\)(\\\\)*\\u0000/.test(text))
    throw problem(400, 'job-with-nul', `The data of the job ${definition.name} has a NUL in it.`);
}
