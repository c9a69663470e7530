import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { answerUnreadableRequest } from '../../../src/modules/base/early-errors.ts';
import { trialServer } from './trial-server.ts';

async function send(text: string) {
  const { app } = await trialServer();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.write(text);
  await once(socket, 'close');
  await app.close();
  return answer;
}

test.each([
  ['nonsense\r\n\r\n', '400 Bad Request'],
  [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields'],
])('what is no request gets a problem document, too', async (text, status) => {
  const answer = await send(text);
  expect(answer).toContain(`HTTP/1.1 ${status}`);
  expect(answer).toContain('content-type: application/problem+json');
  const body = JSON.parse(answer.slice(answer.indexOf('{')));
  expect(body.status).toBe(Number(status.slice(0, 3)));
});

test('nothing is written to a connection that is gone', () => {
  const socket = { destroyed: true } as never;
  expect(() => answerUnreadableRequest(new Error('gone'), socket)).not.toThrow();
});
