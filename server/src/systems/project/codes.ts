/** The code under which everything wrong with the project file or a policy pack is reported. */
export const INVALID = 'config/invalid';
