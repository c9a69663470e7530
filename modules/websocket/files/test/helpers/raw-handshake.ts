import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A handshake as bytes, for clients that behave as no library does. */
export async function rawHandshake(
  url: string,
  headers: Record<string, string> = {},
  path = new URL(url).pathname,
): Promise<{ socket: Socket; answer: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  return { socket, answer: await shakeHands(socket, url, headers, path) };
}

/** The same on a connection that is open already. */
export async function shakeHands(
  socket: Socket,
  url: string,
  headers: Record<string, string> = {},
  path = new URL(url).pathname,
): Promise<string> {
  const all = {
    host: new URL(url).host,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const [answer] = await once(socket, 'data');
  return String(answer);
}

/** A frame of text from a client, whose mask changes nothing. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
