import { Biome } from '@biomejs/js-api/nodejs';

let formatter: { biome: Biome; project: number } | undefined;

/**
 * Formats one file and sorts its imports, with the settings that templates/files/biome.json.hbs
 * gives to the generated server.
 * @throws Error with the parser's words when the content is not valid: then our emitter is wrong
 */
export function format(path: string, content: string): string {
  formatter ??= open();
  const { biome, project } = formatter;
  const sorted = path.endsWith('.ts')
    ? biome.lintContent(project, content, { filePath: path, fixFileMode: 'safeFixes' }).content
    : content;
  const { content: formatted, diagnostics } = biome.formatContent(project, sorted, {
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
    linter: { enabled: false },
    assist: { enabled: true, actions: { source: { organizeImports: 'on' } } },
  });
  return { biome, project: projectKey };
}
