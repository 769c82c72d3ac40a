import { isLong } from '../../support/seed';
import { testAgainstOracle } from '../oracle';
import { judgeSteps, readStepCases } from './judge';

describe('step registries say what the real registry manager does', () => {
  testAgainstOracle({ folder: import.meta.dirname, oneOf: isLong ? 1 : 20, read: readStepCases, judge: judgeSteps });
});
