import { createVerify, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from './world.ts';

/** App JWTs, verified with the public key, and the installation tokens they buy. */
export function authRoutes(api: FastifyInstance, world: World): void {
  const asApp = async (request: FastifyRequest, reply: FastifyReply) => {
    const jwt = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!jwt || !isAppJwt(jwt, world)) return unauthorized(reply);
  };
  api.get('/app', { onRequest: asApp }, () => ({ id: world.app.id, slug: world.app.slug }));
  api.post('/app/installations/:id/access_tokens', { onRequest: asApp }, (_, reply) => {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    world.tokens.add(token);
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    const answer = { token, expires_at, permissions: {}, repository_selection: 'all' };
    return reply.code(201).send(answer);
  });
}

/** Refuses requests without an installation token. */
export const asInstallation =
  (world: World) => async (request: FastifyRequest, reply: FastifyReply) => {
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token || !world.tokens.has(token)) return unauthorized(reply);
  };

const unauthorized = (reply: FastifyReply) => reply.code(401).send({ message: 'Bad credentials' });

function isAppJwt(jwt: string, { app }: World): boolean {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const genuine = createVerify('RSA-SHA256')
    .update(`${header}.${payload}`)
    .verify(app.publicKey, signature, 'base64url');
  if (!genuine) return false;
  const { iss, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return Number(iss) === app.id && exp > Date.now() / 1000;
}
