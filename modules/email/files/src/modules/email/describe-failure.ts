interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  permanent?: boolean;
  timeoutType?: string;
}

export interface Failure {
  /**
   * `permanent`: the server will never take this mail. `unreachable`: it could not even be
   * offered. `temporary`: anything else, also when nobody knows what the server did.
   */
  kind: 'permanent' | 'temporary' | 'unreachable';
  /** Without secrets: what servers say about credentials is left out. */
  reason: string;
}

/** Says what an attempt that failed means for the next one. */
export function describeFailure(error: unknown): Failure {
  const { code = 'unknown error', originalCode, response, permanent } = error as SmtpError;
  if (isBeforeTheMail(error as SmtpError))
    return { kind: 'unreachable', reason: originalCode ?? code };
  const said = response ? oneLine(response) : code;
  return { kind: permanent ? 'permanent' : 'temporary', reason: said };
}

const beforeCodes = /^(EDNS|ETLS|EAUTH|ENOAUTH|EPROTOCOL)$/;
const connectCodes = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ERR_TLS_|UNABLE_TO_)|CERT/;
const beforeCommands = /^(EHLO|HELO|STARTTLS|AUTH)/;

const isBeforeTheMail = ({ code = '', originalCode = '', command = '', timeoutType }: SmtpError) =>
  beforeCodes.test(code) ||
  connectCodes.test(originalCode) ||
  beforeCommands.test(command) ||
  timeoutType === 'CONNECT_TIMEOUT' ||
  timeoutType === 'GREETING_TIMEOUT';

const oneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 200);
