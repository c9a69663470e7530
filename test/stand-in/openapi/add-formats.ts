import type { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';

/** ajv's formats, and GitHub's own. */
export function addFormats(ajv: Ajv2019): void {
  formats.default(ajv);
  ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/);
}
