import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import { eventually } from './eventually.ts';

export interface Frame {
  type: string;
  [field: string]: unknown;
}

/** What a handshake was refused with. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The handshake was answered with ${status}`);
    this.status = status;
  }
}

interface Options extends ClientOptions {
  protocols?: string[];
}

/** A client as an application would have one, which keeps all that it is sent. */
export async function realtimeClient(
  url: string,
  { protocols = ['realtime.v1'], ...options }: Options = {},
) {
  const socket = new WebSocket(url, protocols, options);
  const frames: Frame[] = [];
  let asked = 0;
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const closed = new Promise<number>((done) => socket.on('close', done));
  await new Promise<void>((done, fail) => {
    socket.on('open', done);
    socket.on('error', fail);
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => {
      fail(new Refused(statusCode));
      socket.terminate();
    });
  });

  const find = (fits: (frame: Frame) => boolean): Promise<Frame> =>
    eventually(() => {
      const frame = frames.find(fits);
      if (!frame) throw new Error(`Not among ${JSON.stringify(frames).slice(0, 400)}`);
      return frame;
    }, 15_000);
  return {
    socket,
    frames,
    /** The close code. */
    closed,
    first: (type: string) => find((frame) => frame.type === type),
    events: () => frames.filter(({ type }) => type === 'event').map(({ data }) => data),
    /** Sends a message; resolves to the answer. */
    ask(message: object): Promise<Frame> {
      asked += 1;
      const id = asked;
      socket.send(JSON.stringify({ id, ...message }));
      return find((frame) => frame.id === id);
    },
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      socket.terminate();
      await once(socket, 'close');
    },
  };
}
export type RealtimeClient = Awaited<ReturnType<typeof realtimeClient>>;
