import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../scripts/catalogue/drive/person.ts';
import { type Drive, startDrive } from '../../scripts/catalogue/drive/start-drive.ts';
import { aPlan } from '../builders.ts';
import { renderTo } from '../servers/render-to.ts';
import { secret } from './shop.ts';

let drive: Drive;
let member: Person;
let admin: Person;

beforeAll(async () => {
  const folder = await renderTo('faults/jwt', aPlan(['auth-jwt', 'auth-password']));
  drive = await startDrive(folder, { JWT_SECRET: secret });
  if (!drive.signIn) throw new Error('The server has no people.');
  member = await drive.signIn('member');
  admin = await drive.signIn('admin');
}, 180_000);
afterAll(() => drive.stop());

interface Token {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signature: string;
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const genuine = () => `${member.session.accessToken}`;
const seconds = () => Math.floor(Date.now() / 1000);

function read(token: string): Token {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: json(header), claims: json(claims), signature };
}

/** The genuine token with changes, signed anew with a key: the right one, unless said otherwise. */
function forged(header: object, claims: object, key: string | Buffer = secret, hash = 'sha256') {
  const token = read(genuine());
  const head = { ...token.header, ...header };
  const text = `${base64(head)}.${base64({ ...token.claims, ...claims })}`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
}

/** With the genuine signature, or another, under other words. */
function pasted(header: object, claims: object, signature?: string) {
  const token = read(genuine());
  const parts = [base64({ ...token.header, ...header }), base64({ ...token.claims, ...claims })];
  return [...parts, signature ?? token.signature].join('.');
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = pair.publicKey.export({ format: 'jwk' });

function byRsa(header: object) {
  const token = read(genuine());
  const text = `${base64({ ...token.header, alg: 'RS256', ...header })}.${base64(token.claims)}`;
  return `${text}.${signWith('sha256', Buffer.from(text), pair.privateKey).toString('base64url')}`;
}

/** What is sent instead of a token that the server gave out. */
const attacks: Record<string, () => string> = {
  'alg none, no signature': () => pasted({ alg: 'none' }, {}, ''),
  'alg nOnE in other letters': () => pasted({ alg: 'nOnE' }, {}, ''),
  'alg none with the old signature': () => pasted({ alg: 'none' }, {}),
  'the signature stripped': () => pasted({}, {}, ''),
  'the signature and its dot stripped': () => genuine().split('.').slice(0, 2).join('.'),
  'an empty secret': () => forged({}, {}, ''),
  'a guessed secret': () => forged({}, {}, 'secret'),
  'another hash with the right secret': () => forged({ alg: 'HS512' }, {}, secret, 'sha512'),
  'HS256 with a public key as secret': () => forged({}, {}, publicPem),
  'RS256 with a key of one’s own': () => byRsa({}),
  'RS256 with the key in the header': () => byRsa({ jwk }),
  'HS256 with the key in the header': () =>
    forged({ jwk: { kty: 'oct', k: Buffer.from('mine').toString('base64url') } }, {}, 'mine'),
  'the address of keys in the header': () => byRsa({ jku: 'http://127.0.0.1:9/keys' }),
  'a kid that is a path': () => forged({ kid: '../../../../dev/null' }, {}, ''),
  'a kid that is SQL': () => forged({ kid: "x' UNION SELECT 'mine" }, {}, 'mine'),
  'a kid that objects inherit': () => forged({ kid: '__proto__' }, {}, 'mine'),
  'no kid': () => forged({ kid: undefined }, {}, 'mine'),
  'an extension that is critical and unknown': () => forged({ crit: ['x'], x: 1 }, {}),
  'another type of token': () => forged({ typ: 'JWT' }, {}),
  'an expired token': () => forged({}, { exp: seconds() - 60 }),
  'no expiry': () => forged({}, { exp: undefined }),
  'not valid yet': () => forged({}, { nbf: seconds() + 600 }),
  'another issuer': () => forged({}, { iss: 'somebody-else' }),
  'another audience': () => forged({}, { aud: 'another-api' }),
  'somebody else under this session': () => forged({}, { sub: admin.userId }),
  'a session that never was': () => forged({}, { sid: '01890000-0000-7000-8000-000000000000' }),
  'a role of one’s own writing': () => pasted({}, { role: 'admin' }),
  'the refresh token': () => `${member.session.refreshToken}`,
  'a token of 8 kB': () => forged({}, { x: 'x'.repeat(6000) }, 'mine'),
  'a token in a token': () => `${genuine()}.${genuine()}`,
  'a signature with a bit more': () => `${genuine()}A`,
};

const ask = (path: string, authorization: string) =>
  fetch(`${drive.url}${path}`, { headers: { authorization } });

describe('a token', () => {
  it('passes when the server gave it out, or would have', async () => {
    expect((await ask('/users/me', `Bearer ${genuine()}`)).status).toBe(200);
    expect((await ask('/users/me', `Bearer ${forged({}, {})}`)).status).toBe(200);
  });

  it.each(Object.entries(attacks))('is refused: %s', async (_, attack) => {
    const answer = await ask('/users/me', `Bearer ${attack()}`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('makes no admin of a member, whatever claims the server itself has signed', async () => {
    const answer = await ask('/users', `Bearer ${forged({}, { role: 'admin' })}`);
    expect(answer.status).toBe(403);
  });

  it('counts once: a second Authorization header changes nothing', async () => {
    const status = (first: string, second: string) =>
      new Promise<number>((resolve, reject) => {
        const headers = ['host', 'x', 'authorization', first, 'authorization', second];
        request(`${drive.url}/users`, { headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    const [mine, theirs] = [`Bearer ${genuine()}`, `Bearer ${pasted({}, { role: 'admin' })}`];
    expect(await status(mine, theirs)).toBe(403);
    expect(await status(theirs, mine)).toBe(401);
  });
});

it('a refresh token that comes a second time ends the session', async () => {
  const person = await drive.signIn?.('member');
  const refresh = (refreshToken: unknown) =>
    fetch(`${drive.url}/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
  const first = await refresh(person?.session.refreshToken);
  const { accessToken, refreshToken } = (await first.json()) as Record<string, string>;
  expect((await ask('/users/me', `Bearer ${accessToken}`)).status).toBe(200);
  expect((await refresh(person?.session.refreshToken)).status).toBe(401);
  expect((await refresh(refreshToken)).status).toBe(401);
  expect((await ask('/users/me', `Bearer ${accessToken}`)).status).toBe(401);
});
