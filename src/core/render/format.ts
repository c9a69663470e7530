import { main, Workspace } from '@biomejs/wasm-nodejs';

interface Formatter {
  workspace: Workspace;
  projectKey: number;
  /** How many files it has formatted. */
  used: number;
}

let formatter: Formatter | undefined;

/** Biome keeps about 40 KB of every file it saw; a new workspace costs 2 ms and starts empty. */
const filesPerWorkspace = 64;

/**
 * Formats one file, sorts its imports and drops those that nothing uses, with the settings that
 * templates/files/biome.json.hbs gives to the generated server.
 * @throws Error with the parser's words when the content is not valid: then our emitter is wrong
 */
export function format(path: string, content: string): string {
  const { workspace, projectKey } = nextFormatter();
  const file = { projectKey, path };
  workspace.openFile({ ...file, content: { type: 'fromClient', content, version: 0 } });
  try {
    const { diagnostics } = workspace.pullDiagnostics({ ...file, categories: ['syntax'] });
    const [problem] = diagnostics;
    if (problem) throw new Error(`${path}: ${problem.description}`);
    return path.endsWith('.ts') ? mended(workspace, file) : workspace.formatFile(file).code;
  } finally {
    workspace.closeFile(file);
  }
}

const mended = (workspace: Workspace, file: { projectKey: number; path: string }): string =>
  workspace.fixFile({
    ...file,
    fixFileMode: 'safeAndUnsafeFixes',
    shouldFormat: true,
    ruleCategories: ['syntax', 'lint', 'action'],
  }).code;

function nextFormatter(): Formatter {
  if (formatter && formatter.used === filesPerWorkspace) {
    formatter.workspace.free();
    formatter = undefined;
  }
  formatter ??= open();
  formatter.used += 1;
  return formatter;
}

function open(): Formatter {
  main();
  const workspace = new Workspace();
  const { projectKey } = workspace.openProject({ path: '/', openUninitialized: true });
  workspace.updateSettings({
    projectKey,
    workspaceDirectory: './',
    configuration: {
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
    },
  });
  return { workspace, projectKey, used: 0 };
}
