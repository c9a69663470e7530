import { type Answer, type Client, httpClient } from './http-client.ts';

export interface SignedUp {
  email: string;
  password: string;
  client: Client;
  tokens: { accessToken: string; refreshToken: string };
}

/** Registers somebody and signs in with the password. */
export async function signUp(url: string, name: string): Promise<SignedUp> {
  const guest = httpClient(url);
  const email = `${name}-${Date.now()}@example.com`;
  const password = `a long password of ${name}`;
  expectStatus(await guest('POST', '/auth/register', { email, password, name }), 201);
  const login = expectStatus(await guest('POST', '/auth/login', { email, password }), 200);
  return { email, password, tokens: login.body, client: httpClient(url, login.body.accessToken) };
}

/** @throws Error with the answer, when its status is another */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer;
  throw new Error(`${status} was expected: ${answer.status} ${JSON.stringify(answer.body)}`);
}
