import { type Signer, signRequest } from './sign-request.ts';

interface Page {
  Parameters: { Name: string; Value: string }[];
  NextToken?: string;
}

const timeoutMs = 2_000;

/**
 * One call of GetParametersByPath. The client of AWS's SDK would be larger than many a server, and be
 * loaded at each cold start.
 * @throws Error with the name of what is wrong, and the status of the answer if there was one
 */
export async function askParameterStore(query: object, env: NodeJS.ProcessEnv): Promise<Page> {
  const { endpoint, token, signer } = surroundings(env);
  const body = JSON.stringify(query);
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    host: endpoint.host,
    'x-amz-date': new Date().toISOString().replaceAll(/[:-]|\.\d+/g, ''),
    ...(token && { 'x-amz-security-token': token }),
    'x-amz-target': 'AmazonSSM.GetParametersByPath',
  };
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...headers, authorization: signRequest({ headers, body }, signer) },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new Error(`${endpoint.host} does not answer`, { cause });
  });
  const answer = (await response.json().catch(() => ({}))) as Page & { __type?: string };
  if (!response.ok) throw refusal(response.status, answer.__type);
  return answer;
}

/** What the runtime tells a function about itself and the role that it acts in. */
function surroundings({
  AWS_REGION: region = '',
  AWS_ACCESS_KEY_ID: accessKeyId = '',
  AWS_SECRET_ACCESS_KEY: secretAccessKey = '',
  AWS_SESSION_TOKEN: token,
  AWS_ENDPOINT_URL_SSM: address = `https://ssm.${region}.amazonaws.com`,
}: NodeJS.ProcessEnv) {
  const signer: Signer = { region, service: 'ssm', accessKeyId, secretAccessKey };
  return { endpoint: new URL(address), token, signer };
}

/** `AccessDeniedException`, as AWS calls it; its sentences name accounts and roles. */
const refusal = (status: number, type = '') =>
  Object.assign(new Error(type.split('#').at(-1) || `status ${status}`), { status });

/** Nobody answered, or somebody who may be well in a moment. */
export function isWorthRetrying(error: Error & { status?: number }): boolean {
  const { status = 503, message } = error;
  return status >= 500 || status === 429 || message.includes('Throttling');
}
