import { isLong } from '../../support/seed';
import { testAgainstOracle } from '../oracle';
import { judgeArtifacts, type ArtifactCase } from './judge';

describe('artifacts are said to be what the real loader makes of them', () => {
  testAgainstOracle<ArtifactCase>({
    folder: import.meta.dirname,
    oneOf: isLong ? 1 : 5,
    read: lines => lines as ArtifactCase[],
    judge: judgeArtifacts,
  });
});
