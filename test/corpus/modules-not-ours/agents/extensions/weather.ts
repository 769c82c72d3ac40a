import { tool } from 'ai';
import { z } from 'zod';

export const weather = tool({
  description: 'Tells the weather',
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => `It rains in ${city}`,
});

export const raw = {
  inputSchema: z.object({}),
  execute: () => 1,
};
