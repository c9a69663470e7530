import { Biome } from '@biomejs/js-api/nodejs';

const biome = new Biome();
const { projectKey } = biome.openProject();

// The same settings as templates/files/biome.json.hbs.
biome.applyConfiguration(projectKey, {
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 100 },
  javascript: { formatter: { quoteStyle: 'single' } },
  assist: { enabled: true, actions: { recommended: false, source: { organizeImports: 'on' } } },
  linter: {
    rules: {
      recommended: false,
      correctness: { noUnusedImports: 'error' },
      style: { useImportType: 'error', useTemplate: 'error' },
    },
  },
});

/** Formats code as `biome check --write` would, and drops imports that nothing uses. */
export function format(path: string, content: string): string {
  if (!/\.(ts|js|json)$/.test(path)) return content;
  const fixed = /\.json$/.test(path)
    ? content
    : biome.lintContent(projectKey, content, { filePath: path, fixFileMode: 'safeAndUnsafeFixes' })
        .content;
  const { content: formatted, diagnostics } = biome.formatContent(projectKey, fixed, {
    filePath: path,
  });
  if (diagnostics.length > 0) throw new Error(`${path} is no valid code:\n${content}`);
  return formatted;
}
