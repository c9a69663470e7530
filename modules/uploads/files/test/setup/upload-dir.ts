import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each test worker keeps the files of uploads in a folder of its own. */
process.env.UPLOAD_DIR ??= await mkdtemp(join(tmpdir(), 'uploads-'));
