import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

/** A payload of another format would become some other request, such as `GET /`. */
export function assertHttpEvent(event: Partial<APIGatewayProxyEventV2>) {
  if (event.version === '2.0' && event.requestContext?.http) return;
  throw new TypeError(
    'This function answers requests of HTTP APIs and function URLs (payload format 2.0) alone.',
  );
}

/**
 * The event with the address as it was sent, where the gateway's table of parameters joins values by
 * commas that belong to none of them, and with the id under which Lambda logs the invocation.
 */
export function asRequest(
  { queryStringParameters: _joined, ...event }: APIGatewayProxyEventV2,
  { awsRequestId }: Context,
): APIGatewayProxyEventV2 {
  const query = event.rawQueryString && `?${event.rawQueryString}`;
  const headers = { ...event.headers, 'x-request-id': awsRequestId };
  return { ...event, headers, rawPath: encoded(event.rawPath) + query };
}

/** HTTP APIs decode the path, function URLs do not: what is encoded already stays as it is. */
const encoded = (path: string) =>
  path.replaceAll(/[?#]|%(?![\da-f]{2})/gi, (sign) => encodeURIComponent(sign));
