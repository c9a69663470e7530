import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

export const pins: Check = {
  id: 'pins',
  title: 'actions are named by commit and images by digest',
  run: async (subject) => {
    const files = subject.servers().flatMap((server) => [...server.rendered().files]);
    const found = files.flatMap(([path, text]) => looseIn(path, text));
    return [...new Map(found.map((each) => [each.where + each.what, each])).values()];
  },
};

const forms: [file: RegExp, reference: RegExp, fix: string][] = [
  [
    /^\.github\/.+\.ya?ml$/,
    /^\s*(?:- )?uses: (?!\.\/)([^\s@]+@(?![0-9a-f]{40}\b)\S+)/,
    'write the commit of the release, and its tag as a comment',
  ],
  // What has neither tag nor registry is an image that is built here.
  [
    /\.ya?ml$/,
    /^\s*(?:- )?image: ["']?(?=\S*[:/])((?:(?!@sha256:)\S)+?)["']?$/,
    'add @sha256:… of the tag',
  ],
  [
    /(^|\/)Dockerfile[^/]*$/,
    /^FROM (?:--\S+ )*(?=\S*[:/])((?:(?!@sha256:)\S)+)( |$)/i,
    'add @sha256:… of the tag',
  ],
];

const looseIn = (path: string, text: string): Finding[] =>
  forms
    .filter(([file]) => file.test(path))
    .flatMap(([, reference, fix]) =>
      text.split('\n').flatMap((line, index) => {
        const name = reference.exec(line)?.[1];
        const what = `${name} may be something else tomorrow`;
        return name ? [{ check: 'pins', where: `${path}:${index + 1}`, what, fix }] : [];
      }),
    );
