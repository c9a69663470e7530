import { bundleLambda } from './bundle-lambda.ts';
import { installNatives } from './install-natives.ts';

// The folder that becomes the function, for the processors that deploy/aws-lambda names.
const folder = 'dist/lambda';
await bundleLambda(folder);
await installNatives(process.argv[2] ?? 'arm64', folder);
