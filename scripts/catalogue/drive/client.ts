import { Agent, request } from 'node:http';

export interface Shot {
  method: string;
  /** With query, percent-encoded. */
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

export interface Answer {
  /** 0 when the connection broke: `failure` says how. */
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  failure?: string;
}

export interface Client {
  send(shot: Shot): Promise<Answer>;
  close(): void;
}

const timeout = 15_000;

/** Sends requests over connections that stay open. Never rejects: a broken connection is an answer. */
export function client(url: string, connections = 32, retries = true): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);

  const once = (shot: Shot, mayRetry: boolean) =>
    new Promise<Answer>((resolve) => {
      const { method, path, headers, body } = shot;
      const outgoing = request({ agent, hostname, port, method, path, headers, timeout });
      const fail = (error: NodeJS.ErrnoException) => {
        // The server may close an idle connection just when it is used again.
        if (mayRetry && outgoing.reusedSocket && error.code === 'ECONNRESET')
          return resolve(once(shot, false));
        resolve({ status: 0, headers: {}, body: '', failure: error.code ?? error.message });
      };
      outgoing.on('error', fail);
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in ${timeout} ms`)));
      outgoing.on('response', (incoming) => {
        const { statusCode: status = 0, headers: received } = incoming;
        const chunks: Buffer[] = [];
        const done = () =>
          resolve({ status, headers: received, body: Buffer.concat(chunks).toString('utf8') });
        incoming.on('error', fail);
        // A stream of events never ends.
        if (received['content-type']?.startsWith('text/event-stream')) {
          done();
          outgoing.destroy();
          return;
        }
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', done);
      });
      outgoing.end(body);
    });

  return { send: (shot) => once(shot, retries), close: () => agent.destroy() };
}

/** The request as a line for a shell. */
export function curlOf(url: string, { method, path, headers, body }: Shot): string {
  const parts = ['curl', '-i', '-X', method, quoted(`${url}${path}`)];
  for (const [name, value] of Object.entries(headers))
    parts.push('-H', quoted(`${name}: ${value}`));
  if (body !== undefined) {
    const shown = body.length > 600 ? `${body.slice(0, 600)}… (${body.length} characters)` : body;
    parts.push('--data-raw', quoted(shown));
  }
  return parts.join(' ');
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
