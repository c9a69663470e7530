import type { FastifyInstance } from 'fastify';

type Headers = Record<string, string>;

export type Client = ReturnType<typeof clientOf>;

/** Sends requests to the server as one caller. */
export function clientOf(app: FastifyInstance, own: Headers = {}) {
  const send = (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    { payload, headers }: { payload?: object; headers?: Headers | undefined } = {},
  ) => app.inject({ method, url, headers: { ...own, ...headers }, ...(payload && { payload }) });

  return {
    get: (url: string, headers?: Headers) => send('GET', url, { headers }),
    post: (url: string, payload: object) => send('POST', url, { payload }),
    patch: (url: string, payload: object, headers?: Headers) =>
      send('PATCH', url, { payload, headers }),
    put: (url: string) => send('PUT', url),
    delete: (url: string, headers?: Headers) => send('DELETE', url, { headers }),
  };
}
