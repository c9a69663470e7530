import { build } from 'esbuild';
import { nativePackages, readPackage } from './native-packages.ts';

/**
 * Bundles entries of `src` into a folder; what they share they import from there.
 * @param entryPoints their paths, or name in the folder -> path
 */
export async function bundle(entryPoints: string[] | Record<string, string>, outdir: string) {
  await build({
    entryPoints,
    outdir,
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
    external: [...nativePackages(), ...Object.keys(readPackage('.').devDependencies ?? {})],
    // Packages in CommonJS call require(), which ES modules lack.
    banner: {
      js: "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);",
    },
  });
}
