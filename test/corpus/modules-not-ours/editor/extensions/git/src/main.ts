export { activate } from './activate';
export const api = { inputSchema: {}, execute() {} };
