import { checkFindings } from '../support/fixture';

const PACKAGE = `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/steps/builders/builder_package_step.py
class PackageStepBuilder: ...
#- src/cursus/steps/builders/__init__.py
from .builder_package_step import PackageStepBuilder
`;

describe('alignment/missing-export', () => {
  const says = (name: string, text: string): void => {
    it(name, () => {
      checkFindings(PACKAGE + text, ['alignment/missing-export']);
    });
  };

  says(
    'reads lists with comments, over several lines',
    `__all__ = [
    # builders
    "PackageStepBuilder",  # the only one
    'PayloadStepBuilder'
#   ^^^^^^^^^^^^^^^^^^^^ alignment/missing-export
]`,
  );
  says('knows the modules of a package', '__all__ = ("builder_package_step", "PackageStepBuilder")');
  says('is silent where code has a part in the list', '__all__ = ["Payload"] + more()');
  says('is silent where names may be taken out', '__all__ = ["Payload"]\n__all__.remove("Payload")');
  says('is silent where the list is given twice', '__all__ = ["Payload"]\n__all__ = []');
  says('is silent where an item is no string', '__all__ = ["Payload", PackageStepBuilder.__name__]');
  says('is silent about a list in a string', '"""\n__all__ = ["Payload"]\n"""');
  says(
    'reads the list of the module beside one in a string',
    '"""\n__all__ = ["Payload"]\n"""\n__all__ = ["Payload"]\n#          ^^^^^^^^^ alignment/missing-export',
  );
  says('is silent where code gives the module names', '__all__ = ["Payload"]\ndef __getattr__(name): ...');
  says('is silent where everything of an unknown module is imported', 'from sagemaker import *\n__all__ = ["Payload"]');
});
