import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { newModule } from './new-module/new-module.ts';

// Starts a module as a copy of modules/hello:
//   npm run new-module <id>
const root = join(import.meta.dirname, '..');
const [id = ''] = process.argv.slice(2);
try {
  const folder = await newModule(root, id, new Date());
  // Another name means another order of imports.
  execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', folder], { cwd: root });
  console.log(`${folder} is a copy of modules/hello. Next:
  1. Say in ${folder}/package.json what it is for, and in which words people ask for it.
  2. Replace the route in ${folder}/files/src, and its test in ${folder}/files/test.
  3. Describe it in README.md and README.ru.md.
  4. npm install, so that npm links the new folder; then try it:
     npm run render -- --out .work/${id} ${id} && cd .work/${id} && npx vitest run`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
