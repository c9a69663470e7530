// Imported as usual, node:http would load all of fetch, too, and with it a tenth of the start.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** `Not Found` for 404. */
export const statusTitle = (status: number) => STATUS_CODES[status] ?? 'Error';
