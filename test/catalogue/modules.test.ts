import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aPlan } from '../builders.ts';
import { startServer } from '../e2e/start-server.ts';
import { catalogue, rendered, renderTo } from '../servers/render-to.ts';
import { runCommand } from '../servers/run-command.ts';

const root = join(import.meta.dirname, '../..');
const modules = [...catalogue.modules.values()];
const page = (id: string, name: string) => readFileSync(join(root, 'modules', id, name), 'utf8');

describe.each(modules.map((module) => [module.id, module] as const))(
  'the module %s',
  (id, module) => {
    it('has a page in English and one in Russian, each with the same sections', () => {
      const sections = (text: string) => text.match(/^## .+$/gm)?.length ?? 0;
      for (const title of [
        'Install & configure',
        'API reference',
        'Examples',
        'Limits & dependencies',
        'Security notes',
      ]) {
        expect(page(id, 'README.md')).toContain(`## ${title}`);
      }
      expect(sections(page(id, 'README.ru.md'))).toBe(sections(page(id, 'README.md')));
    });

    it('says in its changelog what its version brought', () => {
      expect(page(id, 'CHANGELOG.md')).toContain(`## ${module.version}`);
    });

    it('declares every environment variable that its code reads, and no other', () => {
      const code = [...module.files]
        .filter(([path]) => path.startsWith('src/'))
        .map(([, text]) => text);
      const read = code.join('\n').matchAll(/(?:^|\{)\s*([A-Z][A-Z0-9_]+): \w/gm);
      const declared = module.manifest.env.map(({ name }) => name);
      // Limits of the base, such as the time to stop, also bind other modules.
      const foreign = id === 'base' ? [] : (catalogue.modules.get('base')?.manifest.env ?? []);
      const own = [...read].map(([, name = '']) => name);
      const known = new Set(foreign.map(({ name }) => name));
      expect([...new Set(own)].filter((name) => !known.has(name)).sort()).toEqual(declared.sort());
      for (const name of declared) expect(page(id, 'README.md')).toContain(name);
    });

    it('has exactly the migrations that it declares', () => {
      const present = [...module.files.keys()].filter((path) => path.startsWith('migrations/'));
      const declared = module.manifest.migrations.map((name) => `migrations/${name}.sql`);
      expect(present.sort()).toEqual(declared.sort());
    });

    it('names real words for planners in both languages', () => {
      const { en, ru } = module.manifest.keywords;
      expect(en.length).toBeGreaterThan(0);
      expect(ru.length).toBeGreaterThan(0);
      expect(ru.join('')).toMatch(/[а-я]/);
    });

    it('stands alone: it type-checks and starts with what it requires', async () => {
      const folder = await renderTo(`alone-${id}`, aPlan([id]));
      const { code, output } = await runCommand(
        folder,
        'tsc && biome check --error-on-warnings . && npm run build',
      );
      expect(code, output).toBe(0);
      const server = await startServer(folder, { PGLITE_DIR: 'memory://', LOG_LEVEL: 'warn' });
      expect((await fetch(`${server.url}/openapi.json`)).status).toBe(200);
      expect(await server.stop()).toBe(0);
      expect(server.output()).not.toMatch(/"level":(50|60)/);
    }, 120_000);
  },
);

/** Modules that a plan can do without. */
const optional = modules.filter(({ manifest }) => !manifest.always);

describe.each(optional.map((module) => [module.id, module] as const))(
  'without %s',
  (id, module) => {
    it('nothing of it is left', () => {
      const { files } = rendered(aPlan([]));
      const marks = [`modules/${id}/`, ...module.manifest.env.map(({ name }) => name)];
      const left = [...files].flatMap(([path, text]) =>
        marks
          .filter((mark) => path.includes(mark) || text.includes(mark))
          .map((mark) => `${path}: ${mark}`),
      );
      expect(left).toEqual([]);
    });

    it('the server needs none of its packages', () => {
      const others = modules.filter((each) => each.manifest.always);
      const needed = new Set(others.flatMap((each) => Object.keys(each.dependencies)));
      const { files } = rendered(aPlan([]));
      const { dependencies } = JSON.parse(files.get('package.json') ?? '{}');
      const extra = Object.keys(module.dependencies).filter((name) => !needed.has(name));
      expect(extra.filter((name) => name in dependencies)).toEqual([]);
    });
  },
);
