import type { APIGatewayProxyEventV2 } from 'aws-lambda';

interface Given {
  path?: string;
  query?: string;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
  ip?: string;
}

/** A request as an HTTP API passes it on, and as a function URL does. */
export function httpEvent(
  method: string,
  { path = '/', query = '', headers = {}, ip = '203.0.113.7', ...rest }: Given = {},
): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'api.example.com', 'x-forwarded-for': '198.51.100.1', ...headers },
    ...(query && { queryStringParameters: joined(query) }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: ip, userAgent: 'test' },
      requestId: 'gateway-request',
      routeKey: '$default',
      stage: '$default',
      time: '23/Nov/2026:02:00:00 +0000',
      timeEpoch: 1_795_400_000_000,
    },
    isBase64Encoded: false,
    ...rest,
  };
}

/** Values of one name are joined by commas there. */
function joined(query: string): Record<string, string> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...parameters.keys()].map((name) => [name, parameters.getAll(name).join(',')]),
  );
}
