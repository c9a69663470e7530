import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { startOrExplain } from './start-or-explain.ts';

type Asked = Partial<CloudFormationCustomResourceEvent>;

/**
 * Does the work of a release when CloudFormation asks for it, and says how it went, so that a release
 * whose work failed is rolled back. Invoked by hand it does the work as well.
 */
export const releaseHandler = (work: () => Promise<void>) => async (event: Asked) => {
  if (!event.ResponseURL) return startOrExplain(work);
  const reason = event.RequestType === 'Delete' ? '' : await failureOf(work);
  await fetch(event.ResponseURL, {
    method: 'PUT',
    // Its signature covers an empty content type.
    headers: { 'content-type': '' },
    signal: AbortSignal.timeout(10_000),
    body: JSON.stringify({
      Status: reason ? 'FAILED' : 'SUCCESS',
      Reason: reason,
      PhysicalResourceId: 'release',
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
    }),
  });
};

async function failureOf(work: () => Promise<void>): Promise<string> {
  try {
    await startOrExplain(work);
    return '';
  } catch (error) {
    const { name, message, stack } = error as Error;
    console.error(stack);
    return message.slice(0, 1000) || name;
  }
}
