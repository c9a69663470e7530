import { Biome } from '@biomejs/js-api/nodejs';

let formatter: { biome: Biome; project: number } | undefined;

/**
 * Formats one file, sorts its imports and drops those that nothing uses, with the settings that
 * templates/files/biome.json.hbs gives to the generated server.
 * @throws Error with the parser's words when the content is not valid: then our emitter is wrong
 */
export function format(path: string, content: string): string {
  formatter ??= open();
  const { biome, project } = formatter;
  const mended = path.endsWith('.ts')
    ? biome.lintContent(project, content, { filePath: path, fixFileMode: 'safeAndUnsafeFixes' })
        .content
    : content;
  const { content: formatted, diagnostics } = biome.formatContent(project, mended, {
    filePath: path,
  });
  const error = diagnostics.find(({ severity }) => severity === 'error' || severity === 'fatal');
  if (error) throw new Error(`${path}: ${error.description}`);
  return formatted;
}

/** Loading WebAssembly takes a moment, so the first use does it and the rest share it. */
function open() {
  const biome = new Biome();
  const { projectKey } = biome.openProject('/');
  biome.applyConfiguration(projectKey, {
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 100 },
    javascript: { formatter: { quoteStyle: 'single' } },
    linter: {
      rules: {
        recommended: false,
        correctness: { noUnusedImports: 'error' },
        style: { useImportType: 'error' },
      },
    },
    assist: { enabled: true, actions: { source: { organizeImports: 'on' } } },
  });
  return { biome, project: projectKey };
}
