import { expect, it } from 'vitest';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aCatalogue, aModule, aPlan } from '../builders.ts';

const files = {
  'src/modules/files/disk.ts': 'storage=disk',
  'src/modules/files/s3.ts': 'storage=s3',
  'migrations/files_mail.sql': 'mailer',
  'src/modules/files/clean-up.ts': 'jobs|mailer',
  'src/modules/files/disk-mail.ts': 'storage=disk&mailer',
};
const uploads = {
  ...aModule('files', {
    options: {
      storage: { type: 'string', description: 'Where.', default: 'disk', enum: ['disk', 's3'] },
    },
    filesWhen: files,
    migrations: ['files_mail'],
    packagesWhen: { 's3-client': 'storage=s3' },
    env: ['disk', 's3'].map((storage) => ({
      name: `${storage.toUpperCase()}_PLACE`,
      type: 'string' as const,
      required: false,
      secret: false,
      description: 'Where.',
      when: `storage=${storage}`,
    })),
  }),
  files: new Map(Object.keys(files).map((path) => [path, path])),
  templates: new Map(Object.keys(files).map((path) => [`${path}.hbs`, path])),
  dependencies: { 's3-client': '^1.0.0', busboy: '^1.0.0' },
};
const mailer = aModule('email', { provides: { mailer: '1.0.0' } });

const settled = (ids: string[], options: Record<string, string> = {}) => {
  const plan = aPlan(ids);
  const modules = plan.modules.map((each) => (each.id === 'files' ? { ...each, options } : each));
  const result = resolve({ ...plan, modules }, aCatalogue(uploads, mailer));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const module = result.value.modules.find((each) => each.module.id === 'files')?.module;
  return {
    files: [...(module?.files.keys() ?? [])],
    templates: [...(module?.templates.keys() ?? [])],
    migrations: module?.manifest.migrations,
    packages: Object.keys(module?.dependencies ?? {}),
    env: module?.manifest.env.map(({ name }) => name),
  };
};

it('keeps what the defaults of the options ask for', () => {
  expect(settled(['files'])).toEqual({
    files: ['src/modules/files/disk.ts'],
    templates: ['src/modules/files/disk.ts.hbs'],
    migrations: [],
    packages: ['busboy'],
    env: ['DISK_PLACE'],
  });
});

it('keeps what a chosen value and a capability that is there ask for', () => {
  expect(settled(['files', 'email'], { storage: 's3' })).toEqual({
    files: [
      'src/modules/files/s3.ts',
      'migrations/files_mail.sql',
      'src/modules/files/clean-up.ts',
    ],
    templates: [
      'src/modules/files/s3.ts.hbs',
      'migrations/files_mail.sql.hbs',
      'src/modules/files/clean-up.ts.hbs',
    ],
    migrations: ['files_mail'],
    packages: ['s3-client', 'busboy'],
    env: ['S3_PLACE'],
  });

  const { files: found } = settled(['files', 'email']);
  expect(found).toContain('src/modules/files/disk-mail.ts');
});
