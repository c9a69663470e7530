import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Workflow {
  env?: Record<string, string>;
  jobs: Record<string, { env?: Record<string, string>; steps: Step[] }>;
}

interface Step {
  name?: string;
  run?: string;
  env?: Record<string, string>;
}

export interface RunStep {
  job: string;
  run: string;
  env: Record<string, string>;
}

/** Every `run:` step of a checkout's CI, in order, with the environment that it would get. */
export async function workflowSteps(checkout: string): Promise<RunStep[]> {
  const text = await readFile(join(checkout, '.github/workflows/ci.yml'), 'utf8');
  const workflow = parse(text) as Workflow;
  return Object.entries(workflow.jobs).flatMap(([job, { env, steps }]) =>
    steps
      .filter((step) => step.run !== undefined)
      .map((step) => ({
        job,
        run: step.run ?? '',
        env: asStrings({ ...workflow.env, ...env, ...step.env }),
      })),
  );
}

const asStrings = (env: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
