import { query } from './databases.ts';

const headers = { 'content-type': 'application/json' };

/** Registers a user, makes them an admin, and resolves to their access token. */
export async function signIn(url: string, databaseUrl: string): Promise<string> {
  const account = { email: 'owner@example.com', password: 'correct horse battery staple' };
  await post(`${url}/auth/register`, { ...account, name: 'Owner' });
  await query(databaseUrl, `update users set role = 'admin'`);
  const { accessToken } = await post(`${url}/auth/login`, account);
  return accessToken;
}

async function post(url: string, body: object): Promise<{ accessToken: string }> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  return response.json() as Promise<{ accessToken: string }>;
}
