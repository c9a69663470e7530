import type { Module, Tree } from '../../src/core/manifest/module.ts';

/**
 * The same module under another name: its files in other folders, its plugins, migrations,
 * environment and routes beside those of the first. What it provides stays with the first.
 */
export function copyModule(module: Module, nth: number): Module {
  const id = `${module.id}-copy-${nth}`;
  const moved = (text: string) => text.replaceAll(`modules/${module.id}/`, `modules/${id}/`);
  const suffix = `_copy_${nth}`;
  const { manifest } = module;
  return {
    ...module,
    id,
    files: movedFiles(module.files, moved, suffix),
    templates: new Map([...module.templates].filter(([path]) => path === 'readme.md.hbs')),
    manifest: {
      ...manifest,
      always: false,
      provides: {},
      slot: undefined,
      services: [],
      env: manifest.env.map((each) => ({ ...each, name: `${each.name}_COPY_${nth}` })),
      plugins: manifest.plugins.map((each) => {
        return { ...each, path: moved(each.path), as: `${each.as}Copy${nth}` };
      }),
      migrations: manifest.migrations.map((name) => name + suffix),
      endpoints: manifest.endpoints.map((each) => ({ ...each, path: `/copy-${nth}${each.path}` })),
      filesWhen: Object.fromEntries(
        Object.entries(manifest.filesWhen).map(([path, when]) => [moved(path), when]),
      ),
    },
  };
}

const movedFiles = (files: Tree, moved: (text: string) => string, suffix: string): Tree =>
  new Map(
    [...files].map(([path, content]) => [
      path.startsWith('migrations/') ? path.replace('.sql', `${suffix}.sql`) : moved(path),
      moved(content),
    ]),
  );
