export const inputSchema = 1;
