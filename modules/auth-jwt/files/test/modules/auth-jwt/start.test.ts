import { beforeEach, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { trialServer } from './trial-server.ts';

const main = await testApp();
beforeEach(() => resetDatabase(main));

test('the document tells clients to send a bearer token', () => {
  expect(main.identityScheme).toEqual({
    name: 'bearerAuth',
    scheme: expect.objectContaining({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }),
  });
});

test('a server in production does not start without a secret', async () => {
  const started = trialServer({ NODE_ENV: 'production', JWT_SECRET: '' });
  await expect(started).rejects.toThrow('The environment variable JWT_SECRET is missing.');
});

test('a secret that is too short does not start either', async () => {
  await expect(trialServer({ JWT_SECRET: 'short' })).rejects.toThrow(
    'JWT_SECRET must not have fewer',
  );
});

test('without a secret, tokens of one start mean nothing to the next', async () => {
  const [first, second] = [
    await trialServer({ JWT_SECRET: '' }),
    await trialServer({ JWT_SECRET: '' }),
  ];
  const { headers } = await signIn(first);
  expect((await first.inject({ url: '/auth/sessions', headers })).statusCode).toBe(200);
  expectProblem(await second.inject({ url: '/auth/sessions', headers }), 401);
  await Promise.all([first.close(), second.close()]);
});
