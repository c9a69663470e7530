import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { bundle } from './bundle.ts';
import { copyPackage, nativePackages } from './native-packages.ts';

// Bundled, the server starts several times faster than from a tree of packages.
await rm('dist', { recursive: true, force: true });
await bundle(['src/server.ts', ...globSync('src/commands/*.ts')], 'dist');
// Beside the bundle, so that dist/ is all that is needed to run.
for (const name of nativePackages()) await copyPackage(name, 'dist/node_modules');
