import { lintOpenApi } from '../../judges/lint-openapi.ts';
import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';

export const openapiLint: Check = {
  id: 'openapi-lint',
  title: 'Spectral and its OWASP rules find no error in the OpenAPI document',
  run: (subject) =>
    inServers(subject, async (server) => {
      const { endpoints } = server.rendered();
      const open = endpoints.filter(({ access }) => access === 'public');
      const routes = open.map(({ method, path }) => `${method} ${braced(path)}`);
      return lintOpenApi(await (await server.start()).document(), new Set(routes));
    }),
};

/** `/users/:id` as OpenAPI writes it. */
const braced = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');
