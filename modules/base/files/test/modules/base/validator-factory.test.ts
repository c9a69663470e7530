import Fastify, { type FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterEach, beforeEach, expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';

let app: FastifyInstance;

beforeEach(async () => {
  const env: NodeJS.ProcessEnv = { LOG_LEVEL: 'silent' };
  app = Fastify(serverOptions(env));
  await app.register(base, { env });
  // A nested plugin, and shared schemas that come before and after it.
  app.addSchema(
    Type.Object({ text: Type.String() }, { $id: 'Before', additionalProperties: false }),
  );
  await app.register(async (nested) => {
    const schema = {
      body: Type.Unsafe({ $ref: 'Before#' }),
      querystring: Type.Object({ limit: Type.Integer({ default: 20 }) }),
    };
    nested.post('/', { schema }, async ({ body, query }) => ({ body, query }));
  });
  app.addSchema(Type.Object({}, { $id: 'After' }));
});
afterEach(() => app.close());

const post = (payload: object, url = '/') => app.inject({ method: 'POST', url, payload });

test('routes may name their schemas alike', async () => {
  const body = (field: string) => Type.Object({ [field]: Type.String() }, { $id: 'Label' });
  for (const field of ['one', 'two'])
    app.post(`/${field}`, { schema: { body: body(field) } }, async (request) => request.body);
  expect((await post({ two: 'a' }, '/two')).json()).toEqual({ two: 'a' });
  expect((await post({ two: 'a' }, '/one')).json()).toMatchObject({ code: 'validation' });
});

test('a body is taken as it is, and a query is converted', async () => {
  const response = await post({ text: 'one' }, '/?limit=5');
  expect(response.json()).toEqual({ body: { text: 'one' }, query: { limit: 5 } });
});

test('defaults are filled in', async () => {
  expect((await post({ text: 'one' })).json()).toMatchObject({ query: { limit: 20 } });
});

test.each([{ text: 7 }, { text: true }, { text: null }, { text: 'one', role: 'admin' }, {}])(
  'the body %j is refused, not mended',
  async (body) => {
    expect((await post(body)).json()).toMatchObject({ status: 400, code: 'validation' });
  },
);
