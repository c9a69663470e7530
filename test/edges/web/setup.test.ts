import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'dotenv';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../../src/github/read-settings.ts';
import { missingSettings } from '../../../src/web/setup/missing-settings.ts';
import { startSetup } from '../../../src/web/setup/start-setup.ts';
import { type StandIn, startStandIn } from '../../stand-in/index.ts';

let github: StandIn;
let setup: Awaited<ReturnType<typeof startSetup>>;
let envFile: string;
let log: string[];
let link: URL;

beforeAll(async () => {
  github = await startStandIn();
});
afterAll(() => github.close());

async function open(env: Record<string, string> = {}) {
  envFile = join(mkdtempSync(join(tmpdir(), 'sotacode-setup-')), '.env');
  writeFileSync(envFile, '# settings\nAPP_ID=\nLOG_LEVEL=warn', { mode: 0o644 });
  log = [];
  const write = (message: string | Error) => void log.push(String(message));
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => write(words.join(' ')));
  const { GHE_HOST = '', GHE_PROTOCOL = '' } = github.appEnv;
  setup = await startSetup({
    env: { GHE_HOST, GHE_PROTOCOL, HOST: '127.0.0.1', PORT: '0', ...env },
    envFile,
    clock: { now: () => new Date() },
    log: write,
    onError: write,
  });
  link = new URL(/open (\S+)/.exec(log[0] ?? '')?.[1] ?? '');
}
const page = async (url: string | URL) => {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const stateOf = (text: string) =>
  /state&#x3D;([\w-]+)|state=([\w-]+)/.exec(text)?.slice(1).join('');
const callback = (code: string, state = '') =>
  page(`${setup.url}/setup?code=${code}&state=${state}`);

describe('the first-run page', () => {
  beforeEach(() => open());
  afterEach(() => setup.stop());

  it('says what is missing to everybody, and offers nothing without the token', async () => {
    for (const url of [setup.url, `${setup.url}/?token=guess`]) {
      const { text } = await page(url);
      for (const name of ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET']) expect(text).toContain(name);
      expect(text).not.toContain('Register GitHub App');
    }
    expect(await (await fetch(`${setup.url}/healthz`)).json()).toEqual({ status: 'setup' });
  });

  it('explains each permission and posts the manifest to GitHub', async () => {
    const { text, headers } = await page(link);
    expect(text).toContain('<code>workflows: write</code></td><td>because the server');
    expect(text).toContain(`action="${github.url}/settings/apps/new?state&#x3D;`);
    expect(text).toContain(`redirect_url&quot;:&quot;${setup.url}/setup`);
    expect(text).toContain('GitHub cannot reach');
    expect(text).not.toContain('<script');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${github.url}`);
  });

  it('registers for an organisation, at the address that is named', async () => {
    link.searchParams.set('organization', 'acme');
    link.searchParams.set('address', 'https://bot.acme.example/path');
    const { text } = await page(link);
    expect(text).toContain('/organizations/acme/settings/apps/new');
    expect(text).toContain('https://bot.acme.example/api/github/webhooks');
    expect(text).not.toContain('GitHub cannot reach');
  });

  it('escapes what is put into the link', async () => {
    link.searchParams.set('organization', '"><script>alert(1)</script>');
    link.searchParams.set('address', 'javascript:alert(1)');
    const { text } = await page(link);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('javascript:');
    expect(text).toContain(`action="${github.url}/settings/apps/new`);
  });

  it('turns the code into a .env that the App starts with, and shows no secret', async () => {
    const state = stateOf((await page(link)).text);
    const done = await callback(github.registerApp('my-sotacode'), state);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('my-sotacode')]);
    await setup.registered;
    const text = readFileSync(envFile, 'utf8');
    const env = parse(text);
    expect(text).toMatch(/^# settings\nAPP_ID=\d+\nLOG_LEVEL=warn\nPRIVATE_KEY=/);
    expect(statSync(envFile).mode & 0o777).toBe(0o600);
    expect(readSettings(env)).toMatchObject({
      appId: env.APP_ID,
      privateKey: expect.stringContaining('-----BEGIN'),
    });
    expect(env.SOTACODE_URL).toBe(setup.url);
    const spoken = [done.text, ...log].join('\n');
    for (const secret of [env.PRIVATE_KEY ?? '', env.WEBHOOK_SECRET ?? '', 'BEGIN RSA'])
      expect(spoken).not.toContain(secret);
    expect((await page(link)).text).not.toContain('Register GitHub App');
  });

  it.each([
    ['no state', undefined],
    ['a foreign state', 'AAAA'],
  ])('refuses a code with %s', async (_, state) => {
    expect((await callback(github.registerApp('x'), state)).status).toBe(400);
    expect(readFileSync(envFile, 'utf8')).not.toContain('PRIVATE_KEY');
  });

  it('refuses a code that GitHub does not know, and the state a second time', async () => {
    const state = stateOf((await page(link)).text);
    const refused = await callback('unknown-code', state);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('status 404')]);
    const again = await callback(github.registerApp('x'), state);
    expect(again.text).toContain('the link is not valid');
    expect(log.join('\n')).not.toContain('unknown-code');
  });

  it('registers nothing while the keys could not be kept', async () => {
    rmSync(dirname(envFile), { recursive: true });
    const { text } = await page(link);
    expect(text).toContain('cannot be written to');
    expect(text).not.toContain('Register GitHub App');
  });

  it('says that the keys are lost when they are', async () => {
    const state = stateOf((await page(link)).text);
    rmSync(envFile);
    mkdirSync(envFile);
    const lost = await callback(github.registerApp('my-sotacode'), state);
    expect([lost.status, lost.text]).toEqual([500, expect.stringContaining('its keys are lost')]);
  });
});

it.each([
  [{}, ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'], false],
  [{ APP_ID: '1', PRIVATE_KEY_PATH: 'key.pem' }, ['WEBHOOK_SECRET'], true],
  [{ APP_ID: '1', PRIVATE_KEY: 'k', WEBHOOK_SECRET: 's' }, [], true],
])('with %j, what is missing is %j', (env, names, partly) => {
  const found = missingSettings(env);
  expect([found.missing.map(({ name }) => name), found.partly]).toEqual([names, partly]);
});

it('never registers in the place of an App that is half configured', async () => {
  await open({ APP_ID: '1', PRIVATE_KEY: 'key' });
  const { text } = await page(link);
  expect(text).toContain('WEBHOOK_SECRET');
  expect(text).not.toMatch(/<code>APP_ID|Register GitHub App/);
  await setup.stop();
});
