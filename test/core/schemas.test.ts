import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../scripts/json-schemas.ts';

it.each([...jsonSchemas()])(
  'schemas/%s is what the code says (mend: npm run schemas)',
  (name, text) => {
    expect(readFileSync(join(import.meta.dirname, '../../schemas', name), 'utf8')).toBe(text);
  },
);
