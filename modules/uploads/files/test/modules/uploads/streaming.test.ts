import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { formEnd, formHeaders, formStart, png } from './form-of.ts';
import { rowsOf } from './rows-of.ts';
import { listening, trialServer } from './trial-server.ts';

const main = await testApp();
const megabyte = 1_048_576;
const binary = 'application/octet-stream';
let app: FastifyInstance;
let port = 0;
let ownerId = '';

beforeAll(async () => {
  app = await trialServer({
    UPLOAD_MAX_MB: '250',
    UPLOAD_TYPES: `image/png,${binary}`,
    UPLOAD_IDLE_SECONDS: '1',
    UPLOAD_TIMEOUT_SECONDS: '120',
    REQUEST_TIMEOUT_MS: '1000',
  });
  port = (await listening(app)).port;
});
afterAll(() => app.close());
beforeEach(async () => {
  await resetDatabase(main);
  ownerId = (await signIn(main)).userId;
});

function begin(headers: Record<string, string> = {}): ClientRequest {
  return request({
    port,
    method: 'POST',
    path: '/files',
    headers: { ...formHeaders, 'x-user': ownerId, ...headers },
  });
}
async function answerOf(upload: ClientRequest) {
  const [response] = (await once(upload, 'response')) as [IncomingMessage];
  const body = JSON.parse(Buffer.concat(await response.toArray()).toString());
  return { status: response.statusCode, body };
}

test('200 MB pass through without being held', { timeout: 120_000 }, async () => {
  const upload = begin();
  const answer = answerOf(upload);
  upload.write(formStart({ type: binary }));
  const zeros = Buffer.alloc(megabyte);
  const before = process.memoryUsage();
  let peak = 0;
  for (let i = 0; i < 200; i++) {
    if (!upload.write(zeros)) await once(upload, 'drain');
    peak = Math.max(peak, process.memoryUsage().rss - before.rss);
  }
  upload.end(formEnd);
  expect(await answer).toMatchObject({ status: 201, body: { size: 200 * megabyte } });
  expect(peak).toBeLessThan(120 * megabyte);
});

test('a sender who hangs up leaves nothing behind', async () => {
  const upload = begin();
  upload.on('error', () => {});
  upload.write(formStart({ type: binary }));
  upload.write(Buffer.alloc(megabyte));
  await eventually(async () => expect(await rowsOf(main)).toMatchObject([{ state: 'uploading' }]));
  upload.destroy();
  await eventually(async () => expect(await rowsOf(main)).toEqual([]));
});

test('an upload that stalls is given up', async () => {
  const upload = begin();
  upload.write(formStart({ type: binary }));
  upload.write(Buffer.alloc(20_000));
  const { status, body } = await answerOf(upload);
  upload.destroy();
  expect([status, body.code]).toEqual([408, 'upload-stalled']);
  await eventually(async () => expect(await rowsOf(main)).toEqual([]));
});

test('a slow upload may take longer than other requests', async () => {
  const upload = begin();
  const answer = answerOf(upload);
  upload.write(formStart());
  for (let i = 0; i < 4; i++) {
    upload.write(png.subarray(i * 20, i === 3 ? undefined : (i + 1) * 20));
    await sleep(400);
  }
  upload.end(formEnd);
  expect(await answer).toMatchObject({ status: 201, body: { size: png.length } });
});

test('other requests have the time that they had', async () => {
  const upload = request({
    port,
    method: 'PATCH',
    path: '/files/x',
    headers: { 'content-length': 9 },
  });
  upload.setHeader('content-type', 'application/json');
  upload.setHeader('x-user', ownerId);
  upload.write('{');
  const started = Date.now();
  expect((await answerOf(upload)).status).toBe(408);
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('less than was announced is refused, and more is not taken for the file', async () => {
  const whole = formStart() + png.toString('latin1') + formEnd;
  const socket = connect(port);
  const length = Buffer.byteLength(whole, 'latin1') - 30;
  const type = formHeaders['content-type'];
  socket.write(
    `POST /files HTTP/1.1\r\nhost: x\r\nx-user: ${ownerId}\r\ncontent-type: ${type}\r\n` +
      `content-length: ${length}\r\nconnection: close\r\n\r\n`,
  );
  socket.write(whole, 'latin1');
  const answer = Buffer.concat(await socket.toArray()).toString();
  expect(answer).toContain('HTTP/1.1 400');
  await eventually(async () => expect(await rowsOf(main)).toEqual([]));
});

test('a refused sender reads why, however much is still to come', async () => {
  const upload = begin();
  upload.on('error', () => {});
  const answer = answerOf(upload);
  upload.write(formStart({ type: 'image/gif' }));
  for (let i = 0; i < 20; i++) upload.write(Buffer.alloc(megabyte));
  upload.end(formEnd);
  expect(await answer).toMatchObject({ status: 415, body: { code: 'type-mismatch' } });
});
