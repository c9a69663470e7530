import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorizationMatrix } from '../../../scripts/catalogue/drive/authorization/authorization-matrix.ts';
import { fuzz } from '../../../scripts/catalogue/drive/fuzz/fuzz.ts';
import { startDrive } from '../../../scripts/catalogue/drive/start-drive.ts';
import { Entity } from '../../../src/core/plan/entity.ts';
import { Relation } from '../../../src/core/plan/relation.ts';
import { aPlan } from '../../builders.ts';
import { rendered, renderTo } from '../../servers/render-to.ts';

/** Public notices that admins write, private folders, and papers in them with a managed field. */
const entities = [
  {
    name: 'Notice',
    write: 'admin',
    fields: [{ name: 'title', type: 'string', unique: true }],
  },
  {
    name: 'Folder',
    owned: true,
    read: 'owner',
    write: 'owner',
    fields: [{ name: 'title', type: 'string' }],
  },
  {
    name: 'Paper',
    owned: true,
    read: 'owner',
    write: 'owner',
    fields: [
      { name: 'body', type: 'text', required: false },
      { name: 'state', type: 'enum', values: ['draft', 'final'], default: 'draft', managed: true },
    ],
  },
];
const relations = [Relation.parse({ kind: 'one-to-many', from: 'Folder', to: 'Paper' })];
const plan = aPlan(['auth-jwt', 'auth-password'], {
  entities: entities.map((entity) => Entity.parse(entity)),
  relations,
});

/** A change of a rendered file: what stands there, and what shall. */
export interface Break {
  file: string;
  find: string | RegExp;
  put: string;
}

/** Renders the small server, breaks it, and starts it for the drivers. */
export async function startSmallServer(name: string, breaks: readonly Break[] = []) {
  const folder = await renderTo(`drive/${name}`, plan);
  for (const { file, find, put } of breaks) {
    const path = join(folder, file);
    const before = await readFile(path, 'utf8');
    const after = before.replaceAll(find, put);
    if (after === before) throw new Error(`${file} has no ${find}`);
    await writeFile(path, after);
  }
  const drive = await startDrive(folder);
  const { url, document, signIn } = drive;
  if (!signIn) throw new Error('The small server has no people.');
  const { endpoints } = rendered(plan);
  return {
    document,
    stop: drive.stop,
    fuzz: (requests: number) => fuzz({ url, document, signIn, requests, seed: 3 }),
    authorization: () => authorizationMatrix({ url, document, signIn, endpoints, relations }),
  };
}
