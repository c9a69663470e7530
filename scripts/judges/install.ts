import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The tools of others that judge what we generate are many megabytes: they are no part of the App's
// own packages, and are installed from their own lock file when it has changed.
const folder = import.meta.dirname;
const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
const mark = join(folder, 'node_modules/.installed-lock.json');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  console.log('Installing the judges of scripts/judges …');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['ci', '--prefix', folder, ...flags], { stdio: 'inherit' });
  writeFileSync(mark, lock);
}
