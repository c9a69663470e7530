import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import hello from '../../../src/modules/hello/index.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

describe('GET /hello', () => {
  test.each([
    ['/hello', 'Hello, world!'],
    ['/hello?name=Ada', 'Hello, Ada!'],
    ['/hello?name=%20%20', 'Hello, world!'],
  ])('%s says %s', async (url, message) => {
    const response = await app.inject(url);
    expect([response.statusCode, response.json()]).toEqual([200, { message }]);
  });

  test('a name that is too long is refused', async () => {
    const response = await app.inject(`/hello?name=${'a'.repeat(51)}`);
    expectProblem(response, 400, 'validation');
  });
});

test('HELLO_GREETING changes the word', async () => {
  const env = { HELLO_GREETING: 'Good morning' };
  const server = Fastify();
  await server.register(base, { env });
  await server.register(hello, { env });
  const response = await server.inject('/hello?name=Ada');
  expect(response.json()).toEqual({ message: 'Good morning, Ada!' });
  await server.close();
});
