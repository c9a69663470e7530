/** What clients ask for as Sec-WebSocket-Protocol. Another number, another protocol. */
export const protocolName = 'realtime.v1';

/** Browsers can send no header with a handshake, only protocols: one may hold the token. */
export const tokenPrefix = 'bearer.';
