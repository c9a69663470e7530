import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, resultsFolder } from './lib/result.ts';
import { type ServersResult, serversTable } from './lib/servers-result.ts';

// Writes docs/performance.md from bench/results.
const intro = `# Performance

\`npm run bench\` measures everything below and writes this page from
[bench/results](../bench/results); the command at each table measures that table alone, and
\`npm run bench:table\` writes the page anew. Compare only what one machine measured in one run. A
difference under 15 % means nothing: the same code differs as much from one run to the next.
`;

const sections = await Promise.all([
  read<Result>('rendering'),
  read<Result>('generators'),
  read<Result>('webhook'),
  read<Result>('judge'),
  read<ServersResult>('servers').then((servers) => servers && serversTable(servers)),
]);
const pages = sections.filter((section) => section !== null).map(section);
await writeFile(join(import.meta.dirname, '../docs/performance.md'), [intro, ...pages].join('\n'));

async function read<Shape>(name: string): Promise<Shape | null> {
  const path = join(resultsFolder, `${name}.json`);
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Shape) : null;
}

function section({ title, command, machine, columns, rows, notes }: Result): string {
  const { processor, cores, memoryGb, node } = machine;
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    `\`${command}\` on ${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}.`,
    '',
    line(columns),
    line(columns.map((_, index) => (isNumeric(rows, index) ? '---:' : '---'))),
    ...rows.map(line),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}

function isNumeric(rows: Result['rows'], column: number): boolean {
  return rows.every((cells) => /^(\d|–|$)/.test(String(cells[column])));
}
