import { fail, ok, problem } from '../../../src/core/errors/problem.ts';
import type { Build } from '../../../src/github/jobs/world.ts';

/** A build without a planner or a catalogue: three files that hold the request's words. */
export const fakeBuild: Build = async ({ forge, progress }, { text, key, date, issue }) => {
  await progress.started('plan');
  if (text.includes('nothing')) {
    const problems = [problem('plan.invalid', { detail: 'ask @ann about <b>it</b>' })];
    await progress.failed('plan', '');
    return fail(...problems);
  }
  if (text.includes('crash')) throw new Error('A bug');
  await progress.finished('plan', 'three files');
  await progress.started('propose');
  const pull = await forge.propose({
    branch: `sotacode/server-${key}`,
    base: await forge.snapshot(),
    files: new Map([
      ['README.md', '# Server\n'],
      ['src/app.ts', `export const request = ${JSON.stringify(text)};\n`],
      ['sotacode.lock.json', '{}\n'],
    ]),
    commitMessage: 'Build the server',
    date,
    title: 'A server',
    body: `Closes ${issue}`,
    labels: [],
    draft: false,
  });
  if (!pull.ok) {
    await progress.failed('propose', '');
    return pull;
  }
  await progress.finished('propose', pull.value.branch);
  return ok(pull.value);
};
