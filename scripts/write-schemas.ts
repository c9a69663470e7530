import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.ts';

// Publishes the JSON Schemas that editors read: node scripts/write-schemas.ts
const folder = join(import.meta.dirname, '../schemas');
for (const [name, text] of jsonSchemas()) await writeFile(join(folder, name), text);
