import { spawn } from 'node:child_process';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { params, repositoryOf } from './find.ts';
import type { Repository, World } from './world.ts';

/** Clone, fetch and push over HTTP by git's own CGI program. */
export async function smartHttp(server: FastifyInstance, world: World): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const serve = (request: FastifyRequest, reply: FastifyReply) => {
      reply.hijack();
      runBackend(repositoryOf(world, request), request, reply);
    };
    scope.get('/:owner/:repo.git/*', serve);
    scope.post('/:owner/:repo.git/*', serve);
  });
}

function runBackend(repository: Repository, request: FastifyRequest, reply: FastifyReply): void {
  const { headers, method, raw } = request;
  const env = {
    ...process.env,
    GIT_PROJECT_ROOT: repository.directory,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${params(request)['*']}`,
    QUERY_STRING: request.url.split('?')[1] ?? '',
    REQUEST_METHOD: method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
  };
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  raw.pipe(child.stdin);
  child.stdin.on('error', () => {});
  let head = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (reply.raw.headersSent) return void reply.raw.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    writeHead(reply, head.subarray(0, end).toString());
    reply.raw.write(head.subarray(end + 4));
  });
  child.stdout.on('end', () => reply.raw.end());
}

/** CGI headers; `Status` is the only special one. */
function writeHead(reply: FastifyReply, text: string): void {
  const headers = text.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
  const shown = headers.filter(([name]) => name !== 'Status');
  reply.raw.writeHead(Number.parseInt(status, 10), Object.fromEntries(shown));
}
