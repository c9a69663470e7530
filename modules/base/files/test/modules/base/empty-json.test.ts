import Type from 'typebox';
import { expect, test } from 'vitest';
import { trialServer } from './trial-server.ts';

test('an empty JSON body is no body', async () => {
  const { app } = await trialServer();
  app.delete('/items', async (request) => ({ body: request.body ?? null }));
  app.post('/items', { schema: { body: Type.Object({}) } }, async () => ({}));
  const headers = { 'content-type': 'application/json' };
  const send = async (method: 'DELETE' | 'POST', payload: string) =>
    (await app.inject({ method, url: '/items', headers, payload })).statusCode;

  expect(await send('DELETE', '')).toBe(200);
  expect(await send('POST', '')).toBe(400);
  expect(await send('POST', '{')).toBe(400);
  expect(await send('POST', '{}')).toBe(200);
  await app.close();
});
