import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const catalogue = await treeCatalogue(root).load();

test.each([
  ['a blog with accounts; users upload photos', 'local'],
  ['a blog with accounts; users upload photos, which are kept in S3', 's3'],
  ['a blog with accounts and attachments in MinIO', 's3'],
  ['a blog with accounts and an S3 bucket', 's3'],
  ['a blog with accounts; people upload photos, no S3', 'local'],
  ['блог с регистрацией, загрузка файлов в S3', 's3'],
  ['блог с регистрацией и загрузкой файлов', 'local'],
])('%s: files go to %s', (text, storage) => {
  const plan = planOffline({ text, catalogue });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const resolved = resolve(plan.value, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const uploads = resolved.value.modules.find(({ module }) => module.id === 'uploads');
  expect(uploads?.options).toEqual({ storage });
  const files = [...(uploads?.module.files.keys() ?? [])];
  expect(files.includes('src/modules/uploads/s3-store.ts')).toBe(storage === 's3');
  expect(files.includes('src/modules/uploads/local-store.ts')).toBe(storage === 'local');
});
