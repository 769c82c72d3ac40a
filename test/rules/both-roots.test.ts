import { checkFindings } from '../support/fixture';

const ROOTS = '#- a/orders.py\n#- b/bills.py\n#- apcore.yaml\nextensions:\n';

describe('module/configuration', () => {
  it('tells that a root and a list of roots exclude each other', () => {
    checkFindings(`${ROOTS}  root: ./a
#       ^^^ module/configuration
  roots: [./a, ./b]
`);
  });

  it('says nothing of an empty root beside a list', () => {
    checkFindings(`${ROOTS}  root: ""\n  roots: [./a, ./b]\n`, ['module/configuration']);
  });
});
