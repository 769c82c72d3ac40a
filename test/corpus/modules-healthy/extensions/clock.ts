import { Type, type Static } from '@sinclair/typebox';

const inputSchema = Type.Object({ zone: Type.Optional(Type.String({ description: 'IANA name' })) });
const outputSchema = Type.Object({ now: Type.String() });

export const clock = {
  description: 'Tells the time',
  version: '2.0.0',
  inputSchema,
  outputSchema,
  tags: ['time'],
  async execute(inputs: Static<typeof inputSchema>): Promise<Static<typeof outputSchema>> {
    return { now: new Date().toLocaleString('en', { timeZone: inputs.zone }) };
  },
};
