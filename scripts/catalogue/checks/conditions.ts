import type { Check } from '../check.ts';
import { leavesTrace, marksOf } from '../removal/marks-of.ts';
import { conditionsOf } from '../server/variants.ts';

/** Between the servers of a module each condition holds once and fails once. */
export const conditions: Check = {
  id: 'conditions',
  title: 'where a condition fails, nothing is left of what depends on it',
  run: async (subject) => {
    const { module } = subject;
    if (conditionsOf(module.manifest).length === 0) return subject.skip('it has no conditions');
    return subject.servers().flatMap((server) =>
      marksOf(module, server.resolution).flatMap((mark) =>
        [...server.rendered().files]
          .filter(([path, text]) => leavesTrace(mark, path, text))
          .map(([path]) => ({
            check: 'conditions',
            where: `${path} (${server.name})`,
            what: `it has ${mark.what}, whose condition does not hold there`,
            fix: 'put what names it under the same condition: filesWhen, or {{#if}} in a template',
          })),
      ),
    );
  },
};
