import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWeb } from '../web/open-web.ts';
import { call, renderedTree } from './tools.ts';

const { web, errors } = await openWeb({
  SOTACODE_API_PLANS_PER_MINUTE: '4',
  SOTACODE_URL: 'https://app.example.com',
});
const client = new Client({ name: 'test', version: '1.0.0' });
let url: URL;

beforeAll(async () => {
  url = new URL('/mcp', await web.listen({ host: '127.0.0.1', port: 0 }));
  await client.connect(new StreamableHTTPClientTransport(url) as Transport);
});
afterAll(async () => {
  await client.close();
  await web.close();
});

const tool = (name: string, args: Record<string, unknown>) => call(client, name, args);
const initialize = (headers: Record<string, string>) =>
  web.inject({
    method: 'POST',
    url: '/mcp',
    headers: { accept: 'application/json, text/event-stream', ...headers },
    payload: {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'test', version: '1' },
      },
    },
  });

describe('the tools over HTTP', () => {
  it('search, plan, check, and show what the plan renders to', async () => {
    expect((await tool('search_modules', { words: 'postgres' })).modules[0].id).toBe('db-postgres');
    const { plan } = await tool('plan_server', { request: 'a blog with comments' });
    expect(await tool('check_plan', { plan })).toMatchObject({ compatible: true });
    const paths = ['package.json', 'src/app.ts'];
    const { files, contents, archive } = await tool('render_server', { plan, paths });
    const expected = renderedTree(plan);
    expect(files.map(({ path }: { path: string }) => path)).toEqual([...expected.keys()]);
    expect(contents).toEqual(paths.map((path) => ({ path, content: expected.get(path) })));
    expect(archive).toContain('https://app.example.com/api/render');
  });

  it('write nowhere: a folder is no argument, and nothing is marked as writing', async () => {
    const { tools } = await client.listTools();
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    expect(JSON.stringify(tools)).not.toContain('"folder"');
  });

  it('show no more than a model can read, and no file that is not there', async () => {
    const many = { request: 'a blog', paths: ['package-lock.json'] };
    expect((await tool('render_server', many)).problems[0].sentence).toContain('characters');
    const none = { request: 'a blog', paths: ['../../etc/passwd'] };
    expect((await tool('render_server', none)).problems[0].code).toBe('input.invalid');
  });

  it('share the limits of the API', async () => {
    await tool('plan_server', { request: 'a blog' });
    const { isError, problems } = await tool('plan_server', { request: 'a blog' });
    expect([isError, problems[0].code]).toEqual([true, 'requests.too-many']);
    const api = await web.inject({ method: 'POST', url: '/api/plan', payload: { request: 'x' } });
    expect(api.statusCode).toBe(429);
  });

  it.each([
    [200, { host: 'app.example.com' }],
    [200, { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    [403, { host: 'evil.example' }],
    [403, { host: 'app.example.com', origin: 'https://evil.example' }],
    [403, { host: 'app.example.com', origin: 'null' }],
  ])('%i for %j', async (status, headers) => {
    expect((await initialize(headers)).statusCode).toBe(status);
  });

  it('have no sessions: GET and DELETE are 405', async () => {
    const headers = { host: 'localhost' };
    expect((await web.inject({ url: '/mcp', headers })).statusCode).toBe(405);
    expect((await web.inject({ method: 'DELETE', url: '/mcp', headers })).statusCode).toBe(405);
  });

  it('take one message at a time', async () => {
    const headers = { host: 'localhost' };
    const answer = await web.inject({ method: 'POST', url: '/mcp', headers, payload: [{}, {}] });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.invalid']);
  });

  it('nothing of this was our fault', () => expect(errors).toEqual([]));
});
