import { openApp } from '../../test/stand-in/open-app.ts';
import { writeResult } from '../lib/result.ts';
import { spread } from '../lib/statistics.ts';
import { type Followed, followBuild } from './follow-build.ts';

const rounds = 7;
const requests = {
  'a server without entities': 'an API server with a health check',
  'an online store': 'an online store with accounts and orders',
};
type Name = keyof typeof requests;
const names = Object.keys(requests) as Name[];

const followed = new Map<Name, Followed[]>(names.map((name) => [name, []]));
const files = new Map<Name, number>();
const app = await openApp();
try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, name] of names.entries()) {
      const build = await followBuild(app.github, `build-${index}-${round}`, requests[name]);
      // The first of each loads code and is not counted.
      if (round > 0) followed.get(name)?.push(build);
      files.set(name, build.files);
    }
    console.log(`webhook: round ${round} of ${rounds}`);
  }
} finally {
  await app.close();
}

await writeResult('webhook', {
  title: 'From a webhook to a pull request',
  command: 'npm run bench:webhook',
  columns: [
    'request',
    'files',
    'API calls',
    'answered after, ms',
    'PR after, ms',
    'done after, ms',
  ],
  rows: names.map(row),
  notes: [
    `Median (least–most) of ${rounds} builds in turns, each in a new repository, after one that is not counted. The App runs as in production with its embedded queue and the offline planner; GitHub is test/stand-in on the same machine, which answers at once: the times are the App’s own, its waits between calls included.`,
    '“PR after” and “done after” count from the answer. “Done” is the completed check run.',
    callsNote('an online store'),
  ],
});

function row(name: Name) {
  const all = followed.get(name) ?? [];
  return [
    name,
    files.get(name) ?? 0,
    spread(all.map(({ calls }) => [...calls.values()].reduce((sum, count) => sum + count, 0))),
    spread(all.map(({ answeredMs }) => answeredMs)),
    spread(all.map(({ pullMs }) => pullMs)),
    spread(all.map(({ doneMs }) => doneMs)),
  ];
}

function callsNote(name: Name): string {
  const calls = [...(followed.get(name)?.at(-1)?.calls ?? [])];
  const list = calls.map(([kind, count]) => `${count} × \`${kind}\``).join(', ');
  return `The calls do not depend on the number of files: ${list}. A build that takes longer changes its progress comment once more. The installation’s token is asked for once an hour.`;
}
