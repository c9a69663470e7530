import type { FastifyInstance } from 'fastify';
import type { UploadConfig } from './upload-config.ts';

/** Why a file with room for so many bytes cannot grow on: itself, or all of its owner's files. */
export const tooMuch = (
  { problem }: FastifyInstance,
  { maxBytes, quotaBytes }: UploadConfig,
  space: number,
): Error =>
  space === maxBytes
    ? problem(413, 'file-too-large', `A file may have ${maxBytes} bytes.`)
    : problem(413, 'quota-exceeded', `All your files together may have ${quotaBytes} bytes.`);
