import { withoutRecipient } from './without-recipient.ts';

interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  permanent?: boolean;
  timeoutType?: string;
}

export interface Failure {
  /**
   * `permanent`: the server will never take this mail. `unreachable`: it could not even be
   * offered, or the server takes none from this sender. `temporary`: anything else, also when
   * nobody knows what the server did. `stopped`: this process ended the attempt.
   */
  kind: 'permanent' | 'temporary' | 'unreachable' | 'stopped';
  /** Without secrets and recipients: what servers say about credentials is left out. */
  reason: string;
}

/** Says what an attempt that failed means for the next one. */
export function describeFailure(error: unknown, recipient: string): Failure {
  const { code = 'unknown error', originalCode, response, permanent } = error as SmtpError;
  if (isBeforeTheMail(error as SmtpError))
    return { kind: 'unreachable', reason: originalCode ?? code };
  const said = response ? oneLine(withoutRecipient(response, recipient)) : code;
  if (isAboutTheSender(error as SmtpError)) return { kind: 'unreachable', reason: said };
  return { kind: permanent ? 'permanent' : 'temporary', reason: said };
}

const beforeCodes = /^(EDNS|ETLS|EAUTH|ENOAUTH|EPROTOCOL)$/;
const connectCodes = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ERR_TLS_|UNABLE_TO_)|CERT/;
const beforeCommands = /^(EHLO|HELO|STARTTLS|AUTH)/;

const isBeforeTheMail = ({ code = '', originalCode = '', command = '', timeoutType }: SmtpError) =>
  beforeCodes.test(code) ||
  connectCodes.test(originalCode) ||
  beforeCommands.test(command) ||
  endedInSilence(code, command) ||
  timeoutType === 'CONNECT_TIMEOUT' ||
  timeoutType === 'GREETING_TIMEOUT';

/** Of a connection that ends before anything was said about the mail the pool names no command. */
const endedInSilence = (code: string, command: string) => code === 'ECONNECTION' && command === '';

/** A wrong setting, an account that is closed or has sent enough: the next mail would fare alike. */
const isAboutTheSender = ({ permanent, command, responseCode }: SmtpError) =>
  permanent && (command === 'MAIL FROM' || responseCode === 530);

const oneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 200);
