import type { ModuleEndpoint } from '../../../src/core/manifest/manifest.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { inServers } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import type { OpenApiDocument } from '../server/start-probed.ts';
import type { Subject } from '../subject.ts';

export const endpoints: Check = {
  id: 'endpoints',
  title: 'its servers serve exactly the routes that are declared, to those whom they name',
  run: (subject) => inServers(subject, (server) => compare(server, subject)),
};

async function compare(server: RenderedServer, { id, path }: Subject): Promise<Finding[]> {
  const { inside, document } = await server.start();
  const shown = shownRoutes(await document());
  const all = new Set(inside.routes.map(plain));
  const declared = new Set(server.rendered().endpoints.map(keyOf));
  const own = server.resolution.modules.find(({ module }) => module.id === id)?.module;
  const found = (where: string, what: string, fix: string) => {
    return { check: 'endpoints', where: `${where} (${server.name})`, what, fix };
  };
  return [
    ...[...shown.keys()]
      .filter((route) => !declared.has(route))
      .map((route) =>
        found(
          route,
          'it is served and not declared',
          `add it to endpoints in ${path('package.json')}`,
        ),
      ),
    ...(own?.manifest.endpoints ?? []).flatMap((each) => {
      const route = keyOf(each);
      if (!all.has(route)) {
        return [
          found(route, 'it is declared and not served', 'serve it, or drop it from endpoints'),
        ];
      }
      const mistake = accessMistake(each, shown.get(route));
      return mistake ? [found(route, mistake, 'make the route and endpoints say the same')] : [];
    }),
  ];
}

/** Routes of the document, and whether they ask who calls. */
const shownRoutes = ({ paths }: OpenApiDocument) =>
  new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security = [] }]) => {
        const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        // An empty requirement among them: nobody need say who they are.
        const open = security.some((each) => Object.keys(each).length === 0);
        return [plain(route), security.length > 0 && !open] as const;
      }),
    ),
  );

const accessMistake = ({ access }: ModuleEndpoint, guarded: boolean | undefined) => {
  if (guarded === undefined || guarded === (access !== 'public')) return null;
  return guarded
    ? 'it is declared public and asks who calls'
    : `it is declared ${access} and lets anybody in`;
};

const keyOf = ({ method, path }: { method: string; path: string }) => plain(`${method} ${path}`);
/** `/docs/` and `/docs` are the same page. */
const plain = (route: string) => route.replace(/(?<=\w)\/$/, '');
