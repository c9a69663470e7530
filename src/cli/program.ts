import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { buildLocally } from './build-locally.ts';

export const program = new Command('sotacode')
  .description('Generates complete, tested servers as pull requests')
  .version(packageJson.version);

program
  .command('build')
  .description('plan and render a server into a branch of a local git repository')
  .argument('<request>', 'what the server is for, in plain words')
  .requiredOption('--repo <folder>', 'the repository; made when it does not exist')
  .option('--verify', 'install, check, test and start the server, and show the result', false)
  .action(async (request: string, options: { repo: string; verify: boolean }) => {
    process.exitCode = await buildLocally({ request, ...options });
  });
