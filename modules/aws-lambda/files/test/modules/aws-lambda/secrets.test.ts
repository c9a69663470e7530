import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lambdaEnv } from '../../../src/modules/aws-lambda/lambda-env.ts';

const role = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'AKID', AWS_SESSION_TOKEN: 'token' };
/** AWS's own signer, as a second opinion. */
const signer = new SignatureV4({
  service: 'ssm',
  region: role.AWS_REGION,
  credentials: { accessKeyId: 'AKID', secretAccessKey: 'key', sessionToken: 'token' },
  sha256: Sha256,
  applyChecksum: false,
});

/** How the store answers, one answer after the other. */
let answers: { status: number; body: object }[] = [];
let asked: { headers: IncomingHttpHeaders; body: string }[] = [];
const store = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push({ headers: request.headers, body });
  const { status, body: answer } = answers.shift() ?? { status: 500, body: {} };
  response.writeHead(status).end(JSON.stringify(answer));
});
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  [answers, asked] = [[], []];
  store.listen(0, '127.0.0.1');
  await once(store, 'listening');
  const AWS_ENDPOINT_URL_SSM = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  const key = { AWS_SECRET_ACCESS_KEY: 'key', SECRETS_PATH: '/shop' };
  env = { ...role, ...key, AWS_ENDPOINT_URL_SSM };
});
afterEach(async () => {
  store.closeAllConnections();
  store.close();
});

const page = (parameters: Record<string, string>, NextToken?: string) => ({
  status: 200,
  body: {
    Parameters: Object.entries(parameters).map(([name, Value]) => ({
      Name: `/shop/${name}`,
      Value,
    })),
    NextToken,
  },
});

test('secrets of all pages join the settings, which go before them', async () => {
  answers = [
    page({ DATABASE_URL: 'postgres://db', SMTP_URL: 'smtp://a' }, 'more'),
    page({ KEY: 'k' }),
  ];
  const read = await lambdaEnv({ ...env, SMTP_URL: 'smtp://b' });
  expect(read).toMatchObject({
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://db',
    SMTP_URL: 'smtp://b',
    KEY: 'k',
  });
  expect(asked.map(({ body }) => JSON.parse(body))).toEqual([
    { Path: '/shop', WithDecryption: true },
    { Path: '/shop', WithDecryption: true, NextToken: 'more' },
  ]);
});

test('the request is signed by the role of the function', async () => {
  answers = [page({})];
  await lambdaEnv(env);
  const [{ headers, body } = { headers: {}, body: '' }] = asked;
  const date = String(headers['x-amz-date']);
  const { headers: expected } = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/',
      query: {},
      headers: {
        host: String(headers.host),
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.GetParametersByPath',
      },
      body,
    },
    { signingDate: new Date(date.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')) },
  );
  expect(headers.authorization).toBe(expected.authorization);
  expect(headers['x-amz-security-token']).toBe('token');
});

test('a store that stumbles is asked again', async () => {
  const throttled = { status: 400, body: { __type: 'ThrottlingException' } };
  answers = [{ status: 503, body: {} }, throttled, page({ KEY: 'k' })];
  expect(await lambdaEnv(env)).toMatchObject({ KEY: 'k' });
});

test.each([
  [
    'what may not be read',
    { status: 400, body: { __type: 'com.amazon#AccessDeniedException' } },
    1,
  ],
  ['a store that is down', { status: 500, body: {} }, 3],
])('%s fails the start with one sentence', async (_name, answer, times) => {
  answers = [answer, answer, answer, answer];
  await expect(lambdaEnv(env)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringMatching(
      /^The secrets below \/shop \(SECRETS_PATH\) in Parameter Store cannot be read: \S+ ?\S*\.$/,
    ),
  });
  expect(asked).toHaveLength(times);
});

test('a store that nobody reaches fails it, too', async () => {
  store.close();
  const unreachable = lambdaEnv({ ...env, AWS_ENDPOINT_URL_SSM: 'http://127.0.0.1:9' });
  await expect(unreachable).rejects.toThrow(/cannot be read: 127\.0\.0\.1:9 does not answer\.$/);
});

test('without a path nobody is asked', async () => {
  expect(await lambdaEnv({ NODE_ENV: 'test' })).toEqual({ NODE_ENV: 'test' });
});
