import { dirname, join } from 'node:path';
import { readTree } from '../../../src/registry/read-tree.ts';
import type { Check } from '../check.ts';
import { dishonesty } from '../semver/dishonesty.ts';
import { honestBump } from '../semver/honest-bump.ts';
import { pendingBump } from '../semver/pending-bump.ts';
import { type Release, releaseOf } from '../semver/release-of.ts';
import { releasedFiles } from '../semver/released-files.ts';
import type { ModuleState } from '../semver/surface.ts';
import type { Subject } from '../subject.ts';

const shown = 3;

export const semver: Check = {
  id: 'semver',
  title: 'its version tells what changed since the last release',
  run: async (subject) => {
    const release = await releaseOf(subject.folder, subject.id);
    if (release.tag === '') return subject.skip('first release');
    const before = await releasedState(subject, release);
    const { bump, reasons } = honestBump(before, await presentState(subject));
    const root = join(dirname(subject.folder), '..');
    const mistake = dishonesty({
      released: release.version,
      present: subject.module.version,
      pending: await pendingBump(root, `@sotacode/${subject.id}`),
      honest: bump,
    });
    if (mistake === null) return [];
    const more = reasons.length > shown ? `, and ${reasons.length - shown} more` : '';
    return [
      {
        check: 'semver',
        where: subject.path('package.json'),
        what: `${mistake}: ${reasons.slice(0, shown).join('; ')}${more}`,
        fix: `add a changeset with "@sotacode/${subject.id}": ${bump}, or take the change back`,
      },
    ];
  },
};

const contractFolder = (folder: string) => join(folder, '../../templates/server/src/contracts');

async function presentState(subject: Subject): Promise<ModuleState> {
  const files = await readTree(subject.folder);
  return { files, contracts: provided(files, await readTree(contractFolder(subject.folder))) };
}

async function releasedState({ folder }: Subject, { tag }: Release): Promise<ModuleState> {
  const files = await releasedFiles(folder, tag);
  return { files, contracts: provided(files, await releasedFiles(contractFolder(folder), tag)) };
}

/** The contracts of those capabilities that the module provided at that time. */
function provided(files: ModuleState['files'], contracts: ModuleState['contracts']) {
  const { sotacode } = JSON.parse(files.get('package.json') ?? '{}');
  const names = Object.keys(sotacode?.provides ?? {});
  return new Map([...contracts].filter(([path]) => names.includes(path.replace(/\.ts$/, ''))));
}
