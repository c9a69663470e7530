/** Where GitHub is: its pages and its API, without a slash at the end. */
export interface GitHubAddress {
  pages: string;
  api: string;
}

/** github.com, or the server that `GHE_HOST` and `GHE_PROTOCOL` name. */
export function githubAddress(env: Record<string, string | undefined>): GitHubAddress {
  if (!env.GHE_HOST) return { pages: 'https://github.com', api: 'https://api.github.com' };
  const pages = `${env.GHE_PROTOCOL || 'https'}://${env.GHE_HOST}`;
  return { pages, api: `${pages}/api/v3` };
}
