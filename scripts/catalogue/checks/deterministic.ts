import { render } from '../../../src/core/render/render.ts';
import type { Check } from '../check.ts';
import { settle } from '../server/variants.ts';

export const deterministic: Check = {
  id: 'deterministic',
  title: 'it renders the same bytes again, whatever the order of the catalogue',
  run: async (subject) => {
    const { catalogue } = subject;
    const turned = { ...catalogue, modules: new Map([...catalogue.modules].reverse()) };
    return subject.servers().flatMap((server) => {
      const { resolution } = settle(server.name, server.plan, turned);
      const again = render(resolution, turned).files;
      const { files } = server.rendered();
      return [...new Set([...again.keys(), ...files.keys()])]
        .filter((path) => again.get(path) !== files.get(path))
        .map((path) => ({
          check: 'deterministic',
          where: path,
          what: `it differs from one rendering of ${server.name} to the next`,
          fix: 'let nothing in the module depend on time, chance or the order of the catalogue',
        }));
    });
  },
};
