import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// What AWS's own client does around a handler, which npm has only as C++ to be compiled:
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
type Handler = (event: unknown, context: object) => Promise<unknown>;

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT = '', _HANDLER = '' } = process.env;
const runtime = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

const send = (path: string, body: unknown) =>
  fetch(`${runtime}/${path}`, { method: 'POST', body: JSON.stringify(body) ?? '' });

const described = (error: Error) => ({
  errorType: error.name,
  errorMessage: error.message,
  trace: error.stack?.split('\n'),
});

async function load(): Promise<Handler> {
  const [file, name = ''] = _HANDLER.split('.');
  const handler = (await import(pathToFileURL(join(LAMBDA_TASK_ROOT, `${file}.js`)).href))[name];
  // Since Node.js 24 there are no handlers with callbacks.
  if (typeof handler !== 'function' || handler.length > 2) throw new Error(`no ${_HANDLER}`);
  return handler;
}

const handler = await load().catch(async (error: Error) => {
  await send('init/error', described(error));
  process.exit(1);
});
for (;;) {
  const invocation = await fetch(`${runtime}/invocation/next`);
  const id = invocation.headers.get('lambda-runtime-aws-request-id') ?? '';
  const deadline = Number(invocation.headers.get('lambda-runtime-deadline-ms'));
  const context = { awsRequestId: id, getRemainingTimeInMillis: () => deadline - Date.now() };
  await handler(await invocation.json(), context).then(
    (result) => send(`invocation/${id}/response`, result),
    (error: Error) => send(`invocation/${id}/error`, described(error)),
  );
}
