import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Handlebars from 'handlebars';

const folder = new URL('../../../templates/web/', import.meta.url);
const names = ['home', 'setup', 'registered', 'failed'] as const;

/** Sends a page of templates/web with its data; everything in it is escaped. */
export type SendPage = (
  reply: FastifyReply,
  name: (typeof names)[number],
  data: { title: string } & Record<string, unknown>,
) => FastifyReply;

/**
 * Serves the style, and gives what sends pages. No scripts, no frames, no other sites.
 * @param forms origins besides this one that a page's forms may go to
 */
export async function servePages(app: FastifyInstance, forms: string[] = []): Promise<SendPage> {
  const text = (file: string) => readFile(new URL(file, folder), 'utf8');
  const [style, layout, ...bodies] = await Promise.all([
    text('style.css'),
    text('layout.html.hbs'),
    ...names.map((name) => text(`${name}.html.hbs`)),
  ]);
  const frame = Handlebars.compile(layout);
  const pages = new Map(names.map((name, at) => [name, Handlebars.compile(bodies[at])]));
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ['form-action', "'self'", ...forms].join(' '),
  ].join('; ');

  app.get('/style.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
  return (reply, name, data) =>
    reply
      .headers({
        'content-security-policy': policy,
        'cache-control': 'no-store',
        // The address of a page may hold a token.
        'referrer-policy': 'strict-origin',
        'x-content-type-options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(frame({ title: data.title, body: pages.get(name)?.(data) }));
}
