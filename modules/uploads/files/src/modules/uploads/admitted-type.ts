import type { FastifyInstance } from 'fastify';
import { canonicalType } from './canonical-type.ts';
import { sniffType } from './sniff-type.ts';

const unspecific = 'application/octet-stream';

/** The type of a file that begins like this. Throws unless it is allowed, and what was said. */
export async function admittedType(
  { problem }: FastifyInstance,
  allowed: ReadonlySet<string>,
  head: Buffer,
  declared = unspecific,
): Promise<string> {
  if (head.length === 0) throw problem(400, 'empty-file', 'The file is empty.');
  const type = await sniffType(head, declared);
  if (!allowed.has(type))
    throw problem(
      415,
      'type-not-allowed',
      `This is a file of the type ${type}. Allowed are: ${[...allowed].join(', ')}.`,
    );
  const said = canonicalType(declared);
  const isCsvOfWindows = type === 'text/csv' && said === 'application/vnd.ms-excel';
  if (said !== unspecific && said !== type && !isCsvOfWindows)
    throw problem(415, 'type-mismatch', `The file is said to be ${said} and is ${type}.`);
  return type;
}
