import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MetricsServer {
  /** Listens, once however often it is called; rejects with a sentence for people when it cannot. */
  start(): Promise<void>;
  /** Where it listens, once it does. */
  address(): AddressInfo;
  close(): Promise<void>;
}

interface Options {
  host: string;
  port: number;
  contentType: string;
  /** All metrics in Prometheus's text format. */
  render: () => Promise<string>;
}

/** A listener of its own: what it tells is for operators, and never on the port of the public. */
export function metricsServer({ host, port, contentType, render }: Options): MetricsServer {
  async function answer({ method, url = '' }: IncomingMessage, response: ServerResponse) {
    if (url.split('?')[0] !== '/metrics') return response.writeHead(404).end();
    if (method !== 'GET') return response.writeHead(405, { allow: 'GET' }).end();
    const text = await render();
    response.writeHead(200, { 'content-type': contentType }).end(text);
  }
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  let started: Promise<void> | undefined;

  async function listen() {
    server.listen(port, host);
    await once(server, 'listening').catch((error) => {
      throw explained(error, port);
    });
  }
  return {
    start: () => {
      started ??= listen();
      return started;
    },
    address: () => server.address() as AddressInfo,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  const message = {
    EADDRINUSE: `Something else listens on port ${port}: stop it, or set METRICS_PORT to another one.`,
    EACCES: `This user may not listen on port ${port}: set METRICS_PORT to one above 1023.`,
  }[String(error.code)];
  const unknown = 'The environment variable METRICS_HOST is no address of this machine.';
  return Object.assign(new Error(message ?? unknown, { cause: error }), { name: 'ConfigError' });
}
