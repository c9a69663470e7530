import { join } from 'node:path';
import lockfileLint from 'lockfile-lint-api';
import type { Finding } from '../catalogue/finding.ts';

const { ParseLockfile, ValidateHost, ValidateIntegrity, ValidatePackageNames } = lockfileLint;

/** lockfile-lint over the npm lock of a server: only npm's registry, only sha512, no package under another's name. */
export function checkLockfile(folder: string): Finding[] {
  const lockfilePath = join(folder, 'package-lock.json');
  const packages = new ParseLockfile({ lockfilePath }).parseSync().object;
  const verdicts = [
    new ValidateIntegrity({ packages }).validate(),
    new ValidatePackageNames({ packages }).validate(),
    new ValidateHost({ packages }).validate(['npm'], { emptyHostname: true }),
  ];
  return verdicts.flatMap(({ errors = [] }) =>
    errors.map(({ message, package: name }) => ({
      check: 'lockfile',
      where: `package-lock.json: ${name}`,
      what: message.trim(),
      fix: 'Install the package from npm, and lock it again.',
    })),
  );
}
