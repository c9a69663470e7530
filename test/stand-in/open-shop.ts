import { Octokit } from '@octokit/rest';
import { PatientOctokit } from '../../src/github/octokit.ts';
import { startStandIn } from './index.ts';

/** A stand-in with one repository of Ann's, and clients for the App and for her. */
export async function openShop(files: Record<string, string> = { 'a.txt': 'one\ntwo\nthree\n' }) {
  const github = await startStandIn();
  const shop = await github.addRepository({ name: 'ann/shop', files });
  github.addUser('ann', { 'ann/shop': 'admin' });
  const baseUrl = `${github.url}/api/v3`;
  const client = (login?: string) =>
    new Octokit({ auth: github.token(login), baseUrl, log: quiet });
  const asApp = () => {
    const { APP_ID: appId, PRIVATE_KEY: privateKey } = github.appEnv;
    return new PatientOctokit({ auth: { appId, privateKey }, baseUrl, log: quiet });
  };
  const at = { owner: 'ann', repo: 'shop' };
  /** A pull request of Ann's from a branch with these files. */
  const propose = async (branch: string, changed: Record<string, string>, draft = false) => {
    await github.push({ repo: 'ann/shop', by: 'ann', branch: 'main', files: {} });
    await ann.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: head('main') });
    await github.push({ repo: 'ann/shop', by: 'ann', branch, files: changed });
    const pull = { title: `Work on ${branch}`, head: branch, base: 'main', draft };
    return (await ann.rest.pulls.create({ ...at, ...pull })).data;
  };
  const head = (branch: string) => shop.heads.get(branch) ?? '';
  const ann = client('ann');
  return { github, shop, at, bot: client(), ann, client, asApp, propose, head };
}
export type Shop = Awaited<ReturnType<typeof openShop>>;

export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
