import { join } from 'node:path';
import { readIfThere } from '../read-if-there.ts';
import type { Coverage } from './coverage.ts';
import type { RenderedServer } from './rendered-server.ts';

export interface TestRun {
  failures: { file: string; name: string; message: string }[];
  /** Of the module's own files. */
  coverage: Coverage;
}

interface Results {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

/** A way to run tests, by the database that they find. */
interface Way {
  name: string;
  env: Record<string, string>;
}

/** Runs the module's own tests in a rendered server, as its CI would, measuring the module alone. */
export async function runTests(
  server: RenderedServer,
  id: string,
  { name, env }: Way,
): Promise<TestRun> {
  const folder = await server.folder();
  const options = [
    `test/modules/${id}/`,
    // Other runs stand beside it: a second worker would only set up another database.
    '--maxWorkers=1',
    '--coverage',
    `--coverage.include='src/modules/${id}/**'`,
    '--coverage.reporter=json',
    ...['lines', 'branches', 'functions', 'statements'].map(
      (each) => `--coverage.thresholds.${each}=0`,
    ),
    '--reporter=json',
    `--coverage.reportsDirectory=coverage/${name}`,
    `--outputFile=coverage/${name}.json`,
  ];
  const { code, output } = await server.run(`vitest run ${options.join(' ')}`, env);
  const results = await readJson<Results>(join(folder, `coverage/${name}.json`));
  if (!results) throw new Error(`vitest did not run (${code}): ${output.slice(-1000)}`);
  const coverage = await readJson<Coverage>(join(folder, `coverage/${name}/coverage-final.json`));
  const failures = results.testResults.flatMap((file) => failuresOf(file, folder));
  const ofRun = { file: `test/modules/${id}`, name: 'the run' };
  if (code !== 0 && failures.length === 0) {
    failures.push({ ...ofRun, message: output.slice(-600) });
  }
  const [warning] = /(?<=^\(node:\d+\) )\w*Warning: .+/m.exec(output) ?? [];
  if (warning) failures.push({ ...ofRun, message: warning });
  return { failures, coverage: coverage ?? {} };
}

function failuresOf(file: Results['testResults'][number], folder: string): TestRun['failures'] {
  const name = file.name.replace(`${folder}/`, '');
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.status === 'failed') {
    return [{ file: name, name: 'the file', message: firstLine(file.message) }];
  }
  return failed.map(({ fullName, failureMessages = [] }) => {
    return { file: name, name: fullName, message: firstLine(failureMessages[0] ?? '') };
  });
}

const firstLine = (text: string) => (text.trim().split('\n')[0] ?? '').slice(0, 300);

const readJson = async <T>(path: string): Promise<T | null> => {
  const text = await readIfThere(path);
  return text === null ? null : (JSON.parse(text) as T);
};
