import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { appManifest } from '../../../src/web/setup/app-manifest.ts';
import { permissions } from '../../../src/web/setup/permissions.ts';
import { openWeb } from './open-web.ts';

it('the manifest that the first-run page posts is app.yml at another address', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../app.yml'), 'utf8');
  const { hook_attributes, ...rest } = parse(file);
  const made = appManifest('https://bot.example.com');
  expect(made).toEqual({
    ...rest,
    hook_attributes: { ...hook_attributes, url: 'https://bot.example.com/api/github/webhooks' },
    redirect_url: 'https://bot.example.com/setup',
  });
  expect(permissions.every(({ why }) => why.length > 10)).toBe(true);
});

it('the home page of a configured App says where to install it and what it serves', async () => {
  const { web } = await openWeb();
  const { headers, body } = await web.inject({ url: '/' });
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).toContain('href="https://github.com/apps/sotacode/installations/new"');
  for (const link of ['/api/openapi.json', '/mcp', '/healthz']) expect(body).toContain(link);
  expect((await web.inject({ url: '/style.css' })).headers['content-type']).toContain('text/css');
  for (const path of ['/setup', '/?token=x&code=y'])
    expect((await web.inject({ url: path })).body).not.toContain('Register');
  await web.close();
});

it('the home page does without GitHub while GitHub does not answer', async () => {
  let answers = false;
  const appUrl = () =>
    answers ? Promise.resolve('https://github.com/apps/x') : Promise.reject(new Error('down'));
  const { web } = await openWeb({}, { appUrl });
  expect((await web.inject({ url: '/' })).body).not.toContain('installations/new');
  answers = true;
  expect((await web.inject({ url: '/' })).body).toContain('/apps/x/installations/new');
  await web.close();
});
