import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { signingKey } from '../../../src/modules/auth-jwt/signing-key.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const key = signingKey(process.env.JWT_SECRET ?? '');
const olderKey = signingKey(process.env.JWT_PREVIOUS_SECRET ?? '');
const strangeKey = signingKey('a-secret-that-the-server-never-had-at-all');

let genuine: string;
let claims: Record<string, unknown>;

beforeEach(async () => {
  await resetDatabase(app);
  const { headers } = await signIn(app);
  genuine = headers.authorization?.slice('Bearer '.length) ?? '';
  claims = part(1);
});

const part = (index: number) =>
  JSON.parse(Buffer.from(genuine.split('.')[index] ?? '', 'base64url').toString());
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

/** A token that is genuine but for what is changed here; `undefined` takes a claim away. */
const forge = (changes: object = {}, header: object = {}, { key: secret, id } = key) =>
  new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: id, ...header })
    .sign(secret, { crit: { unknown: true } });

const send = (authorization: string) =>
  app.inject({ url: '/auth/sessions', headers: { authorization } });

async function expectRefused(token: string) {
  const response = await send(`Bearer ${token}`);
  expectProblem(response, 401, 'unauthenticated');
  expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
}

describe('a token that passes', () => {
  test('is the one that the server issued', async () => {
    expect((await send(`Bearer ${genuine}`)).statusCode).toBe(200);
  });
  test('is a copy of it by the same key', async () => {
    expect((await send(`Bearer ${await forge()}`)).statusCode).toBe(200);
  });
  test('was signed with the previous secret', async () => {
    expect((await send(`Bearer ${await forge({}, {}, olderKey)}`)).statusCode).toBe(200);
  });
  test('names the scheme in any case', async () => {
    expect((await send(`bearer ${genuine}`)).statusCode).toBe(200);
  });
});

describe('a token is refused', () => {
  test.each<[string, object]>([
    ['that expired', { exp: 1 }],
    ['that never expires', { exp: undefined }],
    ['that is not valid yet', { nbf: 32_503_680_000 }],
    ['without a beginning', { nbf: undefined }],
    ['of another issuer', { iss: 'somebody-else' }],
    ['without issuer', { iss: undefined }],
    ['for another audience', { aud: 'another-api' }],
    ['without audience', { aud: undefined }],
    ['without subject', { sub: undefined }],
    ['of somebody else with this session', { sub: '019370c8-0000-7000-8000-000000000000' }],
    ['whose subject is a number', { sub: 7 }],
    ['without session', { sid: undefined }],
    ['whose session is an object', { sid: {} }],
    ['of a session that never was', { sid: '019370c8-0000-7000-8000-000000000000' }],
    ['without id', { jti: undefined }],
    ['without time of issue', { iat: undefined }],
  ])('%s', async (_, changes) => {
    await expectRefused(await forge(changes));
  });

  test.each<[string, object]>([
    ['with another algorithm of the same key', { alg: 'HS512' }],
    ['of another type', { typ: 'JWT' }],
    ['without type', { typ: undefined }],
    ['of an unknown key', { kid: 'unknown' }],
    ['that names no key', { kid: undefined }],
    ['with a critical header that nobody knows', { crit: ['unknown'], unknown: 1 }],
  ])('%s', async (_, header) => {
    await expectRefused(await forge({}, header));
  });

  test('of a stranger who claims to use our key', async () => {
    await expectRefused(await forge({}, { kid: key.id }, strangeKey));
  });

  test('that is not signed at all', async () => {
    const payload = claims as ConstructorParameters<typeof UnsecuredJWT>[0];
    await expectRefused(new UnsecuredJWT(payload).encode());
    const none = encode({ alg: 'none', typ: 'at+jwt', kid: key.id });
    await expectRefused(`${none}.${encode(claims)}.`);
    await expectRefused(`${none}.${encode(claims)}.${genuine.split('.')[2]}`);
  });

  test('whose claims were changed after signing', async () => {
    const [header, , signature] = genuine.split('.');
    await expectRefused(`${header}.${encode({ ...claims, exp: now() + 86_400 })}.${signature}`);
  });

  test('that is broken', async () => {
    const [header, payload, signature = ''] = genuine.split('.');
    for (const broken of [
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `.${payload}.${signature}`,
      `${header}..${signature}`,
      `${header}.${payload}.${signature.slice(1)}`,
      `${header}.${payload}.${signature}.${signature}`,
      `${encode('text')}.${payload}.${signature}`,
      `${genuine} ${genuine}`,
      'a.b.c',
      '...',
      'null',
      '',
    ])
      await expectRefused(broken);
  });

  test('that is huge, without a look at its signature', async () => {
    await expectRefused(await forge({ filler: 'x'.repeat(3000) }));
  });

  test('in another scheme', async () => {
    expectProblem(await send(`Basic ${genuine}`), 401, 'unauthenticated');
    expectProblem(await send(genuine), 401, 'unauthenticated');
  });
});

test('somebody without any token is asked for one', async () => {
  const response = await app.inject('/auth/sessions');
  expectProblem(response, 401, 'unauthenticated');
  expect(response.headers['www-authenticate']).toBe('Bearer');
});
