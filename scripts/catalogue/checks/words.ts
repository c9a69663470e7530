import type { Check } from '../check.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import type { Subject } from '../subject.ts';

const forbidden: [form: RegExp, fix: string][] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'finish it, or say in README what it does not do'],
  [
    /sotacode(?!\.lock\.json)/i,
    'speak of the server: whoever inherits it does not know its generator',
  ],
  [/(?<![\w.])\/(home|Users|root|work)\/[\w.-]+/, 'name no path of a machine'],
];
/** The lock is ours, and README says in one line who wrote the server. */
const mayNameUs = /^(sotacode\.lock\.json|README\.md)$/;
const notWritten = /^package-lock\.json$/;

export const words: Check = {
  id: 'words',
  title: 'what it generates is finished, and speaks of the server alone',
  run: async (subject) => {
    const found = subject.servers().flatMap((server) => wordsIn(server, subject));
    return [...new Map(found.map((each) => [each.where + each.what, each])).values()];
  },
};

function wordsIn(server: RenderedServer, subject: Subject) {
  const others = filesOfOthers(server, subject);
  return [...server.rendered().files]
    .filter(([path]) => !others.has(path) && !notWritten.test(path))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) =>
        forbidden
          .filter(([form]) => form.test(line) && !(mayNameUs.test(path) && /sotacode/i.test(line)))
          .map(([form, fix]) => ({
            check: 'words',
            where: `${path}:${index + 1}`,
            what: `it says "${form.exec(line)?.[0]}"`,
            fix,
          })),
      ),
    );
}

/** Each module answers for its own files and for what is written into the shared ones. */
const filesOfOthers = ({ resolution }: RenderedServer, { id }: Subject) =>
  new Set(
    resolution.modules
      .filter(({ module }) => module.id !== id)
      .flatMap(({ module }) => [...module.files.keys()]),
  );
