import { join } from 'node:path';

export interface Contender {
  name: string;
  /** What it stands for in the table. */
  title: string;
  /** Arguments of node. */
  args: string[];
}

const peer = (name: string, title: string): Contender => ({
  name,
  title,
  args: [join(import.meta.dirname, `dist/${name}.js`)],
});

export const bare = 'bare-fastify';
export const stock = 'stock-fastify';
export const generated = 'generated';

export const contenders = (bundle: string): Contender[] => [
  { name: generated, title: 'the generated store', args: ['--enable-source-maps', bundle] },
  peer(bare, '(a) Fastify by hand, no protection'),
  peer(stock, '(b) Fastify with stock plugins'),
  peer('nest-fastify', '(c) NestJS on Fastify'),
  peer('nest-express', '(c) NestJS on Express'),
  peer('express', '(c) Express'),
];
