import { setTimeout as sleep } from 'node:timers/promises';
import type { Module } from '../../../src/contracts/module.ts';

/** Answers of each kind, to see what becomes of them on their way. */
export const trialRoutes: Module = async (app) => {
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.get('/request/*', async ({ id, ip, url, query, headers }) => ({
    id,
    ip,
    url,
    query,
    cookie: headers.cookie ?? null,
  }));
  app.post('/length', async ({ body }) => ({ bytes: (body as Buffer).length }));
  app.post('/json', async ({ body }) => body);
  app.get('/bytes', (_request, reply) => reply.type('image/png').send(bytes));
  app.get('/latin', (_request, reply) =>
    reply.type('text/plain; charset=iso-8859-1').send(Buffer.from([0xe9])),
  );
  app.get('/html', (_request, reply) => reply.type('text/html').send('<p>Привет</p>'));
  app.get('/zipped', (_request, reply) =>
    reply.type('text/plain').header('content-encoding', 'gzip').send(bytes),
  );
  app.get('/cookies', (_request, reply) =>
    reply.header('set-cookie', ['a=1; HttpOnly', 'b=2']).header('x-number', 7).send({}),
  );
  app.delete('/nothing', (_request, reply) => reply.code(204).send());
  app.get<{ Querystring: { ms: string } }>('/slow', async ({ query }) => {
    await sleep(Number(query.ms));
    return {};
  });
  app.get('/broken', async () => {
    throw new Error('password hunter2');
  });
};

/** No UTF-8. */
export const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80]);
