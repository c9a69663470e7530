import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Failure {
  errorType: string;
  errorMessage: string;
}

interface Invocation {
  id: string;
  event: unknown;
  timeoutMs: number;
  resolve(result: unknown): void;
  reject(failure: Failure): void;
}

/**
 * An execution environment as Lambda runs it: the runtime API of a function, and a process that
 * fetches its invocations there, one after the other.
 */
export async function startFunction(folder: string, handler: string, env: NodeJS.ProcessEnv = {}) {
  const waiting: Invocation[] = [];
  const running = new Map<string, Invocation>();
  let idle: ServerResponse | undefined;
  let output = '';
  const init = Promise.withResolvers<void>();
  init.promise.catch(() => {});

  function handOut() {
    if (!idle || !waiting[0]) return;
    const invocation = waiting.shift() as Invocation;
    running.set(invocation.id, invocation);
    const headers = {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': Date.now() + invocation.timeoutMs,
    };
    idle.writeHead(200, headers).end(JSON.stringify(invocation.event));
    idle = undefined;
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const [, id = '', what] = /\/invocation\/([^/]+)(?:\/(\w+))?$/.exec(request.url ?? '') ?? [];
    if (id === 'next') {
      init.resolve();
      idle = response;
      return handOut();
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    response.writeHead(202).end();
    const said = body === '' ? undefined : JSON.parse(body);
    if (!id) return init.reject(said);
    if (what === 'response') running.get(id)?.resolve(said);
    else running.get(id)?.reject(said);
    running.delete(id);
  }

  const api = createServer((request, response) => void serve(request, response));
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const child = spawn(process.execPath, ['test/modules/aws-lambda/runtime-client.ts'], {
    env: {
      ...settings,
      ...env,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(api.address() as AddressInfo).port}`,
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: handler,
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const exited = once(child, 'exit').then(([code]) => {
    const ended = { errorType: 'Runtime.ExitError', errorMessage: output };
    init.reject(ended);
    for (const { reject } of running.values()) reject(ended);
    return code as number | null;
  });

  return {
    process: child as ChildProcess,
    /** Resolves when the function waits for its first invocation. */
    init: init.promise,
    exited,
    output: () => output,
    invoke<Result>(event: unknown, timeoutMs = 10_000): Promise<Result> {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.push({ id: randomUUID(), event, timeoutMs, resolve, reject });
      handOut();
      return promise as Promise<Result>;
    },
    async stop() {
      child.kill('SIGKILL');
      await exited;
      api.close();
    },
  };
}

/** Nothing of this machine's environment reaches a function, but where its programs are. */
const settings: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  AWS_REGION: 'eu-central-1',
  AWS_LAMBDA_FUNCTION_NAME: 'trial',
};
