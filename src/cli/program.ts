import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { buildLocally, planLocally } from './build-locally.ts';
import { explainLocally, listModules } from './look-up.ts';

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

program
  .command('plan')
  .description('say what a build would do, and write nothing')
  .argument('<request>', 'what the server is for, in plain words')
  .option('--repo <folder>', 'the repository that it would go into', '.')
  .action(async (request: string, { repo }: { repo: string }) => {
    process.exitCode = await planLocally({ request, repo });
  });

program
  .command('modules')
  .description('list what there is to build from')
  .argument('[words...]', 'what it should be about')
  .action(async (words: string[]) => {
    process.exitCode = await listModules(words.join(' '));
  });

program
  .command('explain')
  .description('say what a module does, or where a file of a generated repository comes from')
  .argument('<module or file>')
  .option('--repo <folder>', 'the repository', '.')
  .action(async (subject: string, { repo }: { repo: string }) => {
    process.exitCode = await explainLocally(subject, repo);
  });

program
  .command('mcp')
  .description('serve the tools of the module base to a coding agent, over stdin and stdout')
  .action(async () => {
    const { serveTools } = await import('./serve-tools.ts');
    await serveTools();
  });
