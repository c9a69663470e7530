import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorld } from '../test/stand-in/create-world.ts';
import { createServer } from '../test/stand-in/serve.ts';
import { correctDescription } from './github-schema/correct-description.ts';
import { cutDescription } from './github-schema/cut-description.ts';
import { fetchDescription, source } from './github-schema/fetch-description.ts';

// Cuts GitHub's description of its API down to what the stand-in serves: npm run github-schema
const root = join(import.meta.dirname, '..');
const path = join(root, 'test/stand-in/github-openapi.json');

const world = createWorld();
await createServer(world).ready();
const description = await fetchDescription();
correctDescription(description);
const cut = cutDescription(description, world.routes);
await writeFile(path, `${JSON.stringify({ source, ...cut }, null, 1)}\n`);
execFileSync('biome', ['format', '--write', path], { cwd: root });
console.log(`${(await readFile(path)).length} bytes, ${Object.keys(cut.operations).length} calls`);
