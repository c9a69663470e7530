import { access, chmod, constants, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Sets variables in a `.env` file that only its owner may read; its other lines stay. */
export async function writeEnvFile(path: string, values: Record<string, string>): Promise<void> {
  const before = await readFile(path, 'utf8').catch(missingIsEmpty);
  let text = before;
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${value}`;
    const present = new RegExp(`^${name}=.*$`, 'm');
    if (present.test(text)) text = text.replace(present, () => line);
    else text = `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;
  }
  // Before the secrets are in it.
  await chmod(path, 0o600).catch(missingIsEmpty);
  await writeFile(path, text, { mode: 0o600 });
}

export async function isWritable(path: string): Promise<boolean> {
  const write = (place: string) => access(place, constants.W_OK);
  return write(path)
    .catch((error) => {
      missingIsEmpty(error);
      return write(dirname(path));
    })
    .then(
      () => true,
      () => false,
    );
}

function missingIsEmpty(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
