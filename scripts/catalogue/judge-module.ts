import { ask } from './ask.ts';
import type { Check } from './check.ts';
import { renders } from './checks/renders.ts';
import { dynamicChecks, staticChecks } from './checks.ts';
import type { Finding } from './finding.ts';
import type { JudgeRecord } from './record/open-record.ts';
import type { Report } from './report.ts';
import type { Subject } from './subject.ts';

interface Bench {
  wanted(check: Check): boolean;
  record: JudgeRecord;
  report: Report;
}

/** Asks a module every question; those that need a server only when it renders. */
export async function judgeModule(subject: Subject, bench: Bench): Promise<Finding[]> {
  const { record, wanted } = bench;
  const remembered = await record.passed(subject);
  const passed = new Set(remembered);
  const found: Finding[] = [];
  const run = async (checks: readonly Check[]) => {
    for (const check of checks) {
      if (remembered.has(check.id)) continue;
      const findings = await judgeBy(check, subject, bench);
      found.push(...findings);
      if (findings.length === 0) passed.add(check.id);
    }
  };
  try {
    await run(staticChecks.filter(wanted));
    const dynamic = dynamicChecks.filter(wanted);
    if (dynamic.some(({ id }) => !remembered.has(id))) {
      const obstacles = await judgeBy(renders, subject, bench);
      found.push(...obstacles);
      if (obstacles.length === 0) await run(dynamic);
    }
  } finally {
    await subject.close();
  }
  await record.keep(subject, passed);
  if (remembered.size > 0) tellRemembered(subject, remembered, bench);
  return found;
}

const judgeBy = (check: Check, subject: Subject, { report }: Bench) =>
  ask(subject.id, check, report, () => check.run(subject), subject.takeNote);

function tellRemembered({ id }: Subject, remembered: ReadonlySet<string>, { report }: Bench) {
  const check = { id: 'unchanged', title: 'nothing changed since it was judged' };
  const note = `${remembered.size} checks passed before, and nothing that they look at has changed`;
  report({ id, check, findings: [], milliseconds: 0, note });
}
