import { spawn } from 'node:child_process';

/** Runs git in a folder and resolves to what it prints. @throws Error with git's own words */
export function git(folder: string, args: string[], input?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`git ${args[0]}: ${Buffer.concat(err).toString().trim()}`));
    });
    child.stdin.end(input);
  });
}
