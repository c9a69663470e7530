import { z } from 'zod';
import { RepositoryConfig } from '../src/core/config/repository-config.ts';
import { Manifest } from '../src/core/manifest/manifest.ts';
import { planJsonSchema } from '../src/core/plan/plan-json-schema.ts';
import { Lock } from '../src/core/render/lock.ts';

/** File name in `schemas/` -> text. */
export function jsonSchemas(): Map<string, string> {
  const schemas = {
    'plan.schema.json': planJsonSchema(),
    'lock.schema.json': { ...z.toJSONSchema(Lock), title: 'sotacode.lock.json' },
    'sotacode-yml.schema.json': {
      ...z.toJSONSchema(RepositoryConfig, { io: 'input' }),
      title: '.github/sotacode.yml',
    },
    'manifest.schema.json': {
      ...z.toJSONSchema(Manifest, { io: 'input' }),
      title: 'Manifest of a SotACode module: the key "sotacode" of its package.json',
    },
  };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}
