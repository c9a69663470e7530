import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { plainEnv } from '../../../test/servers/run-command.ts';
import type { OpenApi } from './openapi.ts';
import { commonTenant, naming, type Person, proofOf, type SignIn } from './person.ts';

/** A rendered server that runs and can be driven. */
export interface Drive {
  url: string;
  document: OpenApi;
  /** Null when the server has no people. */
  signIn: SignIn | null;
  /** What has signed somebody in so far: nobody but them may learn it. */
  proofs(): readonly string[];
  /** What it has printed. */
  output(): string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

const quiet = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  PGLITE_DIR: 'memory://',
  METRICS_PORT: '0',
  // A drive is one client that sends more than any client should.
  RATE_LIMIT_ENABLED: 'false',
  // The least that each accepts: what is driven is not the strength of the hash.
  ARGON2_MEMORY_KIB: '7168',
  ARGON2_ITERATIONS: '1',
};

/** Starts the rendered server of a folder in a process of its own. */
export async function startDrive(folder: string, env: Record<string, string> = {}): Promise<Drive> {
  const key = randomUUID();
  const child = spawn('node', [join(import.meta.dirname, 'serve.ts'), folder], {
    cwd: folder,
    env: { ...plainEnv(), ...quiet, ...env, DRIVE_KEY: key } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit').finally(() => process.off('exit', kill));
  let output = '';
  const ready = new Promise<{ url: string; signsIn: boolean }>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const line = /^\{"drive":.*\}$/m.exec(output)?.[0];
      if (line) resolve(JSON.parse(line).drive);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    exited.then(() => reject(new Error(`The server in ${folder} did not start:\n${output}`)));
  });
  const { url, signsIn } = await ready;
  const proofs: string[] = [];
  const signInNoted: SignIn = async (role, tenant = commonTenant) => {
    const person = await signIn(url, key, { role, tenant });
    proofs.push(...secretsOf(person));
    return person;
  };
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  return {
    url,
    document,
    signIn: signsIn ? signInNoted : null,
    proofs: () => proofs,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}

async function signIn(
  url: string,
  key: string,
  asked: { role: Person['role']; tenant: string },
): Promise<Person> {
  const response = await fetch(`${url}/drive/people`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-drive-key': key,
      // A process that also renders servers may notice late that a kept connection was closed.
      connection: 'close',
    },
    body: JSON.stringify(asked),
  });
  if (!response.ok) throw new Error(`Signing in answered ${await response.text()}`);
  const { userId, email, scheme, body, tenant } = (await response.json()) as {
    userId: string;
    email: string;
    tenant?: string;
    scheme: { name: string; scheme: { type: string; [field: string]: string } };
    body: Record<string, unknown>;
  };
  const proof = proofOf(scheme.scheme, body, response.headers.getSetCookie());
  const headers = { ...proof, ...(tenant && naming(tenant)) };
  return { role: asked.role, userId, email, session: body, headers };
}

/** Tokens and the values of cookies: whatever in a proof or a session is long enough to be one. */
const secretsOf = ({ headers, session }: Person): string[] =>
  [...Object.values(headers), ...Object.values(session)]
    .flatMap((value) => (typeof value === 'string' ? value.split(/[\s;=,]+/) : []))
    .filter((part) => part.length >= 32);
