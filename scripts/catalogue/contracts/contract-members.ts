import type { Tree } from '../../../src/core/manifest/module.ts';
import { nameOf, type SyntaxNode, statementsOf } from '../source/nodes-of.ts';

export type Bearer = 'instance' | 'request' | 'reply';
/** Decorators that a contract promises, by what bears them. */
export type Members = Record<Bearer, string[]>;

const bearers: Record<string, Bearer> = {
  FastifyInstance: 'instance',
  FastifyRequest: 'request',
  FastifyReply: 'reply',
};

/** What `declare module 'fastify'` of a contract adds to Fastify's own interfaces. */
export function contractMembers(path: string, source: string): Members {
  const members: Members = { instance: [], request: [], reply: [] };
  for (const declared of fastifyInterfaces(path, source)) {
    const bearer = bearers[nameOf(declared.id)];
    const body = (declared.body as SyntaxNode).body as SyntaxNode[];
    if (bearer) members[bearer].push(...body.map(({ key }) => nameOf(key)));
  }
  return members;
}

/** Every decorator that the contracts of a server promise. */
export const contractNames = (files: Tree): string[] => [
  ...new Set(
    [...files]
      .filter(([path]) => path.startsWith('src/contracts/'))
      .flatMap(([path, source]) => Object.values(contractMembers(path, source)).flat()),
  ),
];

function fastifyInterfaces(path: string, source: string): SyntaxNode[] {
  return statementsOf(path, source)
    .filter(({ type, id }) => type === 'TSModuleDeclaration' && nameOf(id) === 'fastify')
    .flatMap(({ body }) => (body as SyntaxNode).body as SyntaxNode[])
    .filter(({ type }) => type === 'TSInterfaceDeclaration');
}
