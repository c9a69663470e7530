import type { FastifyInstance } from 'fastify';
import { bundledScript, type Script } from './bundled-script.ts';

const hidden = { schema: { hide: true } };

/** Scripts come from this server only; the page's styles are made by its script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join(';');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API reference</title>
  </head>
  <body>
    <div id="app"></div>
    <script src="reference.js"></script>
    <script src="start.js"></script>
  </body>
</html>
`;

/** Everything that would ask another host is off. */
const settings = {
  url: '../openapi.json',
  proxyUrl: '',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
};

/** A page to read and try the API. */
export async function referencePage(app: FastifyInstance) {
  let script: Promise<Script> | undefined;

  app.get('/docs', hidden, async (_request, reply) => reply.redirect('docs/', 301));

  app.get('/docs/', hidden, async (_request, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(page),
  );

  app.get('/docs/start.js', hidden, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .send(`Scalar.createApiReference('#app', ${JSON.stringify(settings)});\n`),
  );

  app.get('/docs/reference.js', hidden, async ({ headers }, reply) => {
    // Five megabytes: loaded when somebody first asks for them, not at each start of the server.
    script ??= bundledScript().catch((error) => {
      // The next who asks tries again.
      script = undefined;
      throw error;
    });
    const { plain, gzipped, etag } = await script;
    reply.header('etag', etag).header('cache-control', 'public, no-cache');
    reply.header('vary', 'accept-encoding').type('text/javascript; charset=utf-8');
    if (headers['if-none-match'] === etag) return reply.code(304).send();
    const takesGzip = /\bgzip\b/.test(String(headers['accept-encoding']));
    return takesGzip ? reply.header('content-encoding', 'gzip').send(gzipped) : reply.send(plain);
  });
}
