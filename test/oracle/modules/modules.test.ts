import { isLong } from '../../support/seed';
import { testAgainstOracle } from '../oracle';
import { judgeModules, type ModuleCase } from './judge';

describe('modules are said to be what the real registry makes of them', () => {
  testAgainstOracle<ModuleCase>({
    folder: import.meta.dirname,
    oneOf: isLong ? 1 : 10,
    read: lines => lines as ModuleCase[],
    judge: judgeModules,
  });
});
