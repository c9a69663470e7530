import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { leavesTrace, marksOf, nameMark } from '../removal/marks-of.ts';
import { serverWithout } from '../removal/server-without.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import type { Subject } from '../subject.ts';

export const removal: Check = {
  id: 'removal',
  title: 'a server without it has nothing of it',
  run: async (subject) => {
    if (subject.module.manifest.always) return subject.skip('it is part of every server');
    const found = subject.servers().flatMap((server) => tracesOf(server, subject));
    return [...new Map(found.map((each) => [each.where + each.what, each])).values()];
  },
};

function tracesOf(server: RenderedServer, { id, catalogue, path }: Subject): Finding[] {
  const without = serverWithout(id, server, catalogue);
  const own = server.resolution.modules.filter(({ module }) => module.id === id);
  const marks = [nameMark(id), ...own.flatMap(({ module }) => marksOf(module, without.resolution))];
  return marks.flatMap((mark) =>
    [...without.files]
      .filter(([name, text]) => leavesTrace(mark, name, text))
      .map(([name]) => ({
        check: 'removal',
        where: name,
        what: `without the module it still has ${mark.what}`,
        fix: `keep it in ${path('')}, or under a condition on a capability`,
      })),
  );
}
