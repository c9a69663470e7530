import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorizationMatrix } from '../../../scripts/catalogue/drive/authorization/authorization-matrix.ts';
import { fuzz } from '../../../scripts/catalogue/drive/fuzz/fuzz.ts';
import { startDrive } from '../../../scripts/catalogue/drive/start-drive.ts';
import { sampleModel } from '../../../scripts/catalogue/server/sample-model.ts';
import { aPlan } from '../../builders.ts';
import { rendered, renderTo } from '../../servers/render-to.ts';

const { relations } = sampleModel;

/** A change of a rendered file: what stands there, and what shall. */
export interface Break {
  /** Its path, or a pattern that it alone has. */
  file: string;
  find: string | RegExp;
  put: string;
}

interface SmallServer {
  breaks?: readonly Break[];
  /** Beside those by which people sign in. */
  modules?: readonly string[];
}

/** Renders the small server, breaks it, and starts it for the drivers. */
export async function startSmallServer(
  name: string,
  { breaks = [], modules = [] }: SmallServer = {},
) {
  const plan = aPlan(['auth-jwt', 'auth-password', ...modules], sampleModel);
  const folder = await renderTo(`drive/${name}`, plan);
  for (const { file, find, put } of breaks) {
    const [found = file] = globSync(file, { cwd: folder });
    const path = join(folder, found);
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
