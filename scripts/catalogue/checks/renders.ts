import type { Check } from '../check.ts';

/** Asked before every check that needs a server. */
export const renders: Check = {
  id: 'renders',
  title: 'a server with it and what it requires can be rendered',
  run: async (subject) => {
    for (const server of subject.servers()) server.rendered();
    return [];
  },
};
