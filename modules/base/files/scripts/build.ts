import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

// Bundled, the server starts several times faster than from a tree of packages.
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
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'info',
  // Native or optional: installed beside the bundle where they are wanted.
  external: ['@electric-sql/pglite', '@node-rs/argon2', 'pg-native'],
  // Packages in CommonJS call require(), which ES modules lack.
  banner: {
    js: "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);",
  },
});
