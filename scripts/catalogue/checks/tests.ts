import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { percentages } from '../server/coverage.ts';
import { sideBySide } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import { postgresEnv, usesPostgres } from '../server/service-env.ts';
import { runTests, type TestRun } from '../server/test-run.ts';
import type { Subject } from '../subject.ts';

const least = 90;

export const tests: Check = {
  id: 'tests',
  title: `its own tests pass in its servers and cover ${least} % of its lines and branches`,
  run: async (subject) => {
    const { id, module } = subject;
    const has = (folder: string) =>
      [...module.files.keys()].some((path) => path.startsWith(folder));
    if (!has(`test/modules/${id}/`)) {
      if (!has('src/')) return subject.skip('it has no code to test');
      const fix = `write them in files/test/modules/${id}; they ship with the server`;
      return [{ check: 'tests', where: subject.path('files/test'), what: 'there are none', fix }];
    }
    const judged = subject.servers().map((server) => judgeRuns(server, subject));
    return (await Promise.all(judged)).flat();
  },
};

/** What talks to PostgreSQL is tested with it as well, and judged by what both runs reach together. */
async function judgeRuns(server: RenderedServer, subject: Subject): Promise<Finding[]> {
  const { id, module } = subject;
  const postgres = usesPostgres(module) ? await postgresEnv(`${id}_${server.name}`) : null;
  const ways = [
    { name: 'embedded', env: {} },
    ...(postgres ? [{ name: 'postgres', env: postgres }] : []),
  ];
  const runs = await sideBySide.map(ways, (way) => runTests(server, id, way));
  const coverage = percentages(runs.map((run) => run.coverage));
  return [
    ...runs.flatMap((run) => failed(run, server)),
    ...Object.entries(coverage ?? {})
      .filter(([, percent]) => percent < least)
      .map(([part, percent]) => ({
        check: 'tests',
        where: `${subject.path(`files/src/modules/${id}`)} (${server.name})`,
        what: `the tests reach ${percent.toFixed(1)} % of its ${part}`,
        fix: `test what they leave out: at least ${least} %; some of it may need PostgreSQL (DATABASE_URL)`,
      })),
  ];
}

const failed = ({ failures }: TestRun, server: RenderedServer): Finding[] =>
  failures.map(({ file, name, message }) => ({
    check: 'tests',
    where: `${file} (${server.name})`,
    what: `${name}: ${message}`,
    fix: 'mend the code or the test; both are in files/',
  }));
