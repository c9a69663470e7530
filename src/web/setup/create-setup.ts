import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { explainProblem, type Problem } from '../../core/errors/problem.ts';
import type { Clock } from '../../flows/ports.ts';
import { servePages } from '../pages/pages.ts';
import { handleErrors } from '../problem/handle-errors.ts';
import { problemDetails } from '../problem/problem-details.ts';
import { exchangeCode, type Registration } from './exchange-code.ts';
import { githubAddress } from './github-address.ts';
import { isSame, oneTimeTokens } from './one-time-tokens.ts';
import { CallbackQuery, SetupQuery, setupPage } from './setup-page.ts';
import { writeEnvFile } from './write-env-file.ts';

export interface SetupParts {
  env: Record<string, string | undefined>;
  /** The `.env` file that gets the keys. */
  envFile: string;
  /** Who knows it may register the App. */
  token: string;
  clock: Clock;
  onError: (error: Error) => void;
  onRegistered: () => void;
}

/** What is served while the App has no keys: what is missing, and GitHub's manifest flow. */
export async function createSetup(parts: SetupParts): Promise<FastifyInstance> {
  const { env, envFile } = parts;
  const app: FastifyInstance = Fastify();
  handleErrors(app, parts.onError);
  const github = githubAddress(env);
  const states = oneTimeTokens(parts.clock);
  const sendPage = await servePages(app, [github.pages]);
  let registered = false;

  app.get('/healthz', async () => ({ status: 'setup' }));

  app.get('/', async (request, reply) => {
    const query = SetupQuery.parse(request.query);
    const trusted = !registered && isSame(query.token, parts.token);
    const here = `${request.protocol}://${request.host}`;
    const page = await setupPage({
      env,
      envFile,
      github,
      query,
      trusted,
      here,
      issue: states.issue,
    });
    return sendPage(reply, 'setup', page);
  });

  app.get('/setup', async (request, reply) => {
    const { code, state } = CallbackQuery.parse(request.query);
    const address = states.use(state);
    if (!address || registered) return refuse(reply, badState);
    const exchanged = await exchangeCode(github, code);
    if (!exchanged.ok) return refuse(reply, exchanged.problems[0] ?? badState);
    const { name, html_url: url } = exchanged.value;
    const saved = await save(envFile, exchanged.value, address);
    if (saved) return refuse(reply, { code: 'setup.unsaved', params: { ...saved, url, envFile } });
    registered = true;
    reply.raw.once('close', parts.onRegistered);
    return sendPage(reply, 'registered', { title: 'Registered', name, url, envFile });
  });

  const refuse = (reply: FastifyReply, problem: Problem) => {
    const { sentence, suggestion } = explainProblem(problem, 'en');
    reply.code(problemDetails([problem], 'en').status);
    return sendPage(reply, 'failed', { title: 'Not registered', sentence, suggestion });
  };
  await app.ready();
  return app;
}

const badState: Problem = { code: 'setup.refused', params: { detail: 'the link is not valid' } };

/** Null when the keys are safe, else why not. */
async function save(
  envFile: string,
  { id, pem, webhook_secret }: Registration,
  address: string,
): Promise<{ reason: string } | null> {
  try {
    await writeEnvFile(envFile, {
      APP_ID: String(id),
      // One line, for readers of such files that know no quotes.
      PRIVATE_KEY: Buffer.from(pem).toString('base64'),
      WEBHOOK_SECRET: webhook_secret,
      SOTACODE_URL: address,
    });
    return null;
  } catch (error) {
    return { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
