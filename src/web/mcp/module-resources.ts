import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { findModules } from '../../core/catalogue/find-modules.ts';
import { moduleSummary } from '../../core/catalogue/module-summary.ts';
import type { CatalogueData } from '../../core/manifest/module.ts';
import { planJsonSchema } from '../../core/plan/plan-json-schema.ts';

const mimeType = 'application/json';
const planSchemaUri = 'sotacode://schemas/plan';

/** Each module at `sotacode://modules/<id>`, and the schema of plans. */
export function moduleResources(server: McpServer, catalogue: CatalogueData): void {
  const ids = [...catalogue.modules.keys()];
  const template = new ResourceTemplate('sotacode://modules/{id}', {
    list: () => ({
      resources: findModules('', catalogue, 'en').map(({ id, description }) => {
        return { name: id, uri: `sotacode://modules/${id}`, description, mimeType };
      }),
    }),
    complete: { id: (start) => ids.filter((id) => id.startsWith(start)) },
  });
  const about = { description: 'Everything about a module but its files', mimeType };
  server.registerResource('module', template, about, ({ href }, { id }) => {
    const module = catalogue.modules.get(String(id));
    if (!module) throw new Error(`There is no module ${id}`);
    return { contents: [{ uri: href, mimeType, text: JSON.stringify(moduleSummary(module)) }] };
  });
  server.registerResource(
    'plan-schema',
    planSchemaUri,
    { description: 'JSON Schema of plans', mimeType },
    ({ href }) => ({
      contents: [{ uri: href, mimeType, text: JSON.stringify(planJsonSchema()) }],
    }),
  );
}
