import { spawn } from 'node:child_process';

// Runs the server anew whenever a file changes, until whoever started this is gone: a stopped npm
// takes its shell with it, which tells its children nothing.
const entry = process.argv[2] ?? 'src/server.ts';
const parent = process.ppid;
const server = spawn(process.execPath, ['--watch', '--import', './scripts/dev-env.ts', entry], {
  stdio: 'inherit',
});
server.on('exit', (code) => process.exit(code ?? 0));

const stop = () => server.kill('SIGTERM');
process.on('SIGTERM', stop);
// Ctrl-C reaches the server, too: wait for it.
process.on('SIGINT', () => {});
setInterval(() => process.ppid !== parent && stop(), 300);
