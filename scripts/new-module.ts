import { join } from 'node:path';
import { newModule } from './new-module/new-module.ts';

// Starts a module as a copy of modules/hello:
//   npm run new-module <id>
const [id = ''] = process.argv.slice(2);
try {
  const folder = await newModule(join(import.meta.dirname, '..'), id, new Date());
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
