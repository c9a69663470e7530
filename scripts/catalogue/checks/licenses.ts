import { cutLock } from '../../../src/core/render/npm/cut-lock.ts';
import type { Check } from '../check.ts';
import { isCompatible } from '../packages/license.ts';
import { installedPackage, type PackageJson } from '../packages/package-json.ts';
import type { Subject } from '../subject.ts';

export const licenses: Check = {
  id: 'licenses',
  title: 'all that it brings into a server may be used there freely',
  run: async (subject) =>
    broughtPackages(subject)
      .map(({ path, license }) => ({ path, license: licenseOf(path) ?? license ?? '' }))
      .filter(({ license }) => !isCompatible(license))
      .map(({ path, license }) => ({
        check: 'licenses',
        where: subject.path('package.json'),
        what: `${path.replace(/^.*node_modules\//, '')} is under ${license || 'no licence that it names'}`,
        fix: 'take a package under MIT, ISC, BSD, Apache-2.0 or the like instead',
      })),
};

/** Packages that the module's own dependencies need to run, down to the last. */
function broughtPackages({ module, catalogue }: Subject) {
  const { dependencies } = module;
  const root = {
    name: 'brought',
    version: '1.0.0',
    dependencies,
    devDependencies: {},
    engines: {},
  };
  return Object.entries(cutLock(root, catalogue.npmLock).packages)
    .filter(([path]) => path !== '')
    .map(([path, { license }]) => ({ path, license: license as string | undefined }));
}

/** What the installed package itself says; npm leaves out what is made for other systems. */
function licenseOf(path: string): string | undefined {
  const { license, licenses: older }: PackageJson = installedPackage(path) ?? {};
  if (typeof license === 'string') return license;
  return license?.type ?? older?.map(({ type }) => type).join(' OR ');
}
