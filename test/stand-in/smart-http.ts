import { spawn } from 'node:child_process';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { params, repositoryOf } from './find.ts';
import { followHeads } from './heads.ts';
import { mayPush } from './session.ts';
import type { Repository, Session, User, World } from './world.ts';

/** Clone, fetch and push over HTTP by git's own CGI program. */
export async function smartHttp(server: FastifyInstance, world: World): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const serve = (request: FastifyRequest, reply: FastifyReply) => {
      const repository = repositoryOf(world, request);
      const session = sessionOf(world, request);
      const pushes = request.url.includes('git-receive-pack');
      if (!session && (pushes || repository.private)) {
        return reply.code(401).header('www-authenticate', 'Basic realm="GitHub"').send('');
      }
      if (pushes && !(session && mayWrite(repository, session))) {
        return reply.code(403).send('Permission denied');
      }
      reply.hijack();
      runBackend(repository, request, reply, () => {
        const pusher: User | undefined = request.method === 'POST' ? session?.user : undefined;
        if (pushes && pusher) followHeads(world, repository, pusher);
      });
    };
    scope.get('/:owner/:repo.git/*', serve);
    scope.post('/:owner/:repo.git/*', serve);
  });
}

/** The token comes as the password, or as the name when there is no password. */
function sessionOf(world: World, { headers }: FastifyRequest): Session | undefined {
  const basic = /^basic (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const [name = '', password = ''] = Buffer.from(basic, 'base64').toString().split(':');
  return world.tokens.get(password || name);
}

const mayWrite = (repository: Repository, { user, permissions }: Session) =>
  permissions ? permissions.contents === 'write' : mayPush(repository, user);

function runBackend(
  repository: Repository,
  request: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
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
  child.stdout.on('end', () => {
    reply.raw.end();
    done();
  });
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
