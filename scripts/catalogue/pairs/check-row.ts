import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../../test/e2e/start-server.ts';
import { catalogue, rendered, renderTo } from '../../../test/servers/render-to.ts';
import { runCommand } from '../../../test/servers/run-command.ts';
import { authorizationMatrix } from '../drive/authorization/authorization-matrix.ts';
import { checkDocument } from '../drive/check-document.ts';
import { fuzz } from '../drive/fuzz/fuzz.ts';
import { startDrive } from '../drive/start-drive.ts';
import type { Finding } from '../finding.ts';
import { mulberry32 } from './random.ts';
import type { PairRow } from './rows.ts';

export interface RowOptions {
  seed: number;
  requests: number;
  /** At most so many of its test files, chosen by the seed. */
  testFiles: number;
}

export interface Checked {
  row: PairRow;
  /** The step that failed, and what it printed; null when all is well. */
  failure: { step: string; output: string } | null;
  seconds: number;
}

type Step = [name: string, run: () => Promise<string>];

/** Renders a row's server and asks of it all that is asked of a server. Each step says what is wrong. */
export async function checkRow(row: PairRow, options: RowOptions): Promise<Checked> {
  const started = performance.now();
  const folder = await renderTo(`pairs/row-${row.number}`, row.plan);
  const steps: Step[] = [
    ['modules', async () => surplusOf(row)],
    ['types', () => shell(folder, 'tsc')],
    ['lint', () => shell(folder, 'biome check --error-on-warnings .')],
    ['tests', () => runTests(folder, options)],
    ['build', () => shell(folder, 'npm run build')],
    ['start', () => startAndStop(folder)],
    ['drive', () => driveRow(folder, row, options)],
  ];
  let failure: Checked['failure'] = null;
  for (const [step, run] of steps) {
    const output = await run().catch((error: Error) => error.stack ?? error.message);
    if (output) failure = { step, output };
    if (output) break;
  }
  return { row, failure, seconds: Math.round((performance.now() - started) / 1000) };
}

/** The resolver must have chosen what the row says, and nothing else. */
function surplusOf({ plan, modules }: PairRow): string {
  const chosen = Object.keys(rendered(plan).lock.modules);
  const expected = new Set([...modules, ...always()]);
  const wrong = [
    ...chosen.filter((id) => !expected.has(id)),
    ...[...expected].filter((id) => !chosen.includes(id)),
  ];
  return wrong.length > 0 ? `Chosen otherwise than the row says: ${wrong.join(', ')}` : '';
}

const always = () =>
  [...catalogue.modules.values()].filter(({ manifest }) => manifest.always).map(({ id }) => id);

async function shell(folder: string, command: string): Promise<string> {
  const { code, output } = await runCommand(folder, command);
  return code === 0 ? '' : output;
}

async function runTests(folder: string, { seed, testFiles }: RowOptions): Promise<string> {
  const { scripts = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!scripts.test) return '';
  const random = mulberry32(seed);
  const files = globSync('test/**/*.test.ts', { cwd: folder })
    .sort()
    .map((path) => ({ path, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, testFiles)
    .map(({ path }) => path);
  return shell(folder, `vitest run ${files.join(' ')}`);
}

/** The bundle, as `npm start` runs it. */
async function startAndStop(folder: string): Promise<string> {
  const server = await startServer(folder, { PGLITE_DIR: 'memory://', LOG_LEVEL: 'warn' });
  const code = await server.stop();
  const alarmed = /"level":(50|60)/.test(server.output());
  return code === 0 && !alarmed ? '' : `It ended with ${code}:\n${server.output()}`;
}

async function driveRow(folder: string, { plan }: PairRow, { seed, requests }: RowOptions) {
  const drive = await startDrive(folder);
  const { url, document, signIn } = drive;
  const { endpoints } = rendered(plan);
  const findings: Finding[] = checkDocument(document);
  try {
    if (signIn) {
      const { relations } = plan;
      const matrix = await authorizationMatrix({ url, document, signIn, endpoints, relations });
      findings.push(...matrix.findings);
    }
    findings.push(...(await fuzz({ url, document, signIn, requests, seed })));
  } finally {
    await drive.stop();
  }
  const told = findings.map(
    ({ check, where, what, fix }) => `${check}: ${where}\n  ${what}\n  ${fix}`,
  );
  return findings.length > 0 ? [...told, drive.output()].join('\n') : '';
}
