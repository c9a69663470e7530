import type { Check } from '../check.ts';

export const changelog: Check = {
  id: 'changelog',
  title: 'the changelog says what the version brought',
  run: async ({ module: { version }, path, read }) => {
    const text = (await read('CHANGELOG.md')) ?? '';
    const [, section = ''] = text.split(new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'));
    const body = section.split(/^## /m)[0] ?? '';
    if (/\w/.test(body)) return [];
    return [
      {
        check: 'changelog',
        where: path('CHANGELOG.md'),
        what: `nothing is said of ${version}`,
        fix: `add "## ${version}" with what it brought: changesets writes it at a release`,
      },
    ];
  },
};
