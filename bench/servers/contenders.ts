import { join } from 'node:path';

export interface Contender {
  name: string;
  /** What it stands for in the table. */
  title: string;
  /** Arguments of node. */
  args: string[];
  env?: Record<string, string>;
}

const peer = (file: string, title: string, name = file): Contender => ({
  name,
  title,
  args: [join(import.meta.dirname, `dist/${file}.js`)],
});

/** With the same limits on the database and the same secrets kept out of the log as ours. */
const equal = (contender: Contender): Contender => ({ ...contender, env: { GUARANTEES: 'same' } });

export const bare = 'bare-fastify';
export const stock = 'stock-fastify';
export const generated = 'generated';

export const contenders = (bundle: string): Contender[] => [
  { name: generated, title: 'the generated store', args: ['--enable-source-maps', bundle] },
  peer(bare, '(a) Fastify by hand, no protection'),
  equal(peer(stock, '(b) Fastify, stock plugins, same guarantees')),
  peer(stock, '(b) without most of the log and database guarantees', 'stock-fastify-lean'),
  equal(peer('nest-fastify', '(c) NestJS on Fastify')),
  equal(peer('nest-express', '(c) NestJS on Express')),
  equal(peer('express', '(c) Express')),
];
