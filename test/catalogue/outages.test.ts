import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');
const page = await readFile(join(docs, 'outages.md'), 'utf8');
const proofs = [...page.matchAll(/\[([^\]]+)\]\((\.\.\/modules\/[^)]+)\)/g)].map(
  ([, title = '', path = '']) => [title, path] as const,
);

it.each(['PostgreSQL', 'Redis', 'SMTP', 'S3', 'Stripe'])(
  'docs/outages.md says of %s what happens when it is slow, down and wrong',
  (service) => {
    const [, part = ''] = page.split(`## ${service}\n`);
    const table = part.split('\n## ')[0] ?? '';
    const cases = [...table.matchAll(/^\| ([^|]*) \|/gm)].map(([, words]) => words).join(', ');
    for (const word of ['slow', 'down', 'wrong']) expect(cases).toContain(word);
  },
);

it.each(proofs)('“%s” is a test of %s', async (title, path) => {
  expect(await readFile(join(docs, path), 'utf8')).toContain(`'${title}'`);
});
