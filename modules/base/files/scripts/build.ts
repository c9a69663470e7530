import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { copyPackage, nativePackages, readPackage } from './native-packages.ts';

// Bundled, the server starts several times faster than from a tree of packages.
const native = nativePackages();
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/server.ts', ...globSync('src/commands/*.ts')],
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Less to read at each start. Names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  // Stack traces name files and lines; the sources themselves would double the memory of a start.
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'info',
  external: [...native, ...Object.keys(readPackage('.').devDependencies ?? {})],
  // Packages in CommonJS call require(), which ES modules lack.
  banner: {
    js: "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);",
  },
});
// Beside the bundle, so that dist/ is all that is needed to run.
for (const name of native) await copyPackage(name, 'dist/node_modules');
