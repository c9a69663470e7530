import { expect, test } from 'vitest';
import { readSettings } from '../../../src/github/read-settings.ts';

const env = { APP_ID: '1', PRIVATE_KEY: '-----BEGIN', WEBHOOK_SECRET: 's' };

test.each(['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'])('a missing %s is named', (name) => {
  expect(() => readSettings({ ...env, [name]: '' })).toThrow(`Set ${name}`);
});

test('a key may come on one line, or in base64', () => {
  const key = '-----BEGIN KEY-----\nabc\n';
  const escaped = key.replaceAll('\n', '\\n');
  expect(readSettings({ ...env, PRIVATE_KEY: escaped }).privateKey).toBe(key);
  const encoded = Buffer.from(key).toString('base64');
  expect(readSettings({ ...env, PRIVATE_KEY: encoded }).privateKey).toBe(key);
});

test.each([
  [{}, 'https://api.github.com'],
  [{ GHE_HOST: 'git.example.com' }, 'https://git.example.com/api/v3'],
  [{ GHE_HOST: '127.0.0.1:1', GHE_PROTOCOL: 'http' }, 'http://127.0.0.1:1/api/v3'],
])('%j is GitHub at %s', (host, url) => {
  expect(readSettings({ ...env, ...host }).baseUrl).toBe(url);
});
