import { checkFindings } from '../support/fixture';

const BASE = `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Payload": {"builder_step_name": "PayloadStepBuilder", "config_class": "PayloadConfig"}}
#- src/cursus/core/base/builder_base.py
from abc import ABC, abstractmethod
class StepBuilderBase(ABC):
    @abstractmethod
    def create_step(self): ...
#- src/cursus/core/base/config_base.py
from abc import ABC
from pydantic import BaseModel
class BasePipelineConfig(BaseModel, ABC):
    region: str
    _bucket: str = PrivateAttr()
    def setup(self):
        self.derived = 1
    @property
    def bucket(self): ...
#- src/cursus/steps/configs/config_payload_step.py
from ...core.base.config_base import BasePipelineConfig
class PayloadConfig(BasePipelineConfig):
    """For the payload."""
    count: int = Field(
        default=1,
    )
`;

const builder = (body: string): string => `#- src/cursus/steps/builders/builder_payload_step.py
from ...core.base.builder_base import StepBuilderBase
class PayloadStepBuilder(StepBuilderBase):
    def __init__(self, config: "PayloadConfig"):
        self.config = config
    def create_step(self):
        ${body}
`;

describe('alignment/config-attribute', () => {
  const silent = (name: string, body: string, more = ''): void => {
    it(`is silent about ${name}`, () => {
      checkFindings(BASE + builder(body) + more, ['alignment/*']);
    });
  };

  silent(
    'fields, properties and what methods assign',
    'return self.config.count, self.config.region, self.config.bucket, self.config.derived',
  );
  silent(
    'classes that derive from the one that annotates its config, since their config may have more',
    'return self.config.count',
    'class MonthlyPayloadStepBuilder(PayloadStepBuilder):\n    def month(self):\n        return self.config.month\n',
  );
  silent('what every model has', 'return self.config.model_dump(), self.config.dict(), self.config.__class__');
  silent(
    'what the builder asks for',
    'return self.config.gone if hasattr(self.config, "gone") else getattr(self.config, "lost", self.config.lost)',
  );
  silent('what it assigns', 'self.config.gone = 1\n        return self.config.gone');
  silent('what it reads in a try', 'try:\n            return self.config.gone\n        except AttributeError: ...');
  silent(
    'comments and texts',
    '"""Takes self.config.gone"""  # not self.config.lost\n        return "self.config.gone"',
  );
  it('is silent about a config with a base that is out of sight', () => {
    const text = BASE + builder('return self.config.gone');
    checkFindings(text.replace('from ...core.base.config_base import', 'from sdk import'), ['alignment/*']);
  });

  it('is silent about a config that a decorator or a metaclass makes, or that assigns names of its own making', () => {
    const text = BASE + builder('return self.config.gone');
    const made = (config: string): void => {
      checkFindings(text.replace('class PayloadConfig(BasePipelineConfig):', config), ['alignment/*']);
    };
    made('@with_fields\nclass PayloadConfig(BasePipelineConfig):');
    made('class PayloadConfig(BasePipelineConfig, metaclass=Fields):');
    made('class PayloadConfig(BasePipelineConfig):\n    for name in NAMES: locals()[name] = None');
  });

  it('knows what a config has in conditions, in targets of several names, by setattr and through a base', () => {
    const text = BASE + builder('return self.config.a, self.config.b, self.config.c, self.config.d, self.config.e');
    const body = `if TYPE_CHECKING:
        a: int
    else: a = 1
    b, (c, *rest) = VALUES
    def fill(self):
        setattr(self, "d", 1)
        super().__setattr__("e", 1)
    count: int`;
    checkFindings(text.replace('count: int', body), ['alignment/*']);
  });

  it('reads what stands in f-strings, and says it once', () => {
    const text = BASE + builder('return f"{self.config.gone}/{self.config.count}", self.config.gone');
    checkFindings(`${text}#                             ^^^^ alignment/config-attribute`, ['alignment/*']);
  });
});

describe('alignment/builder-method', () => {
  it('is silent where a class between writes the method', () => {
    checkFindings(
      `${BASE}#- src/cursus/core/base/builder_templates.py
from .builder_base import StepBuilderBase
class TemplateBuilder(StepBuilderBase):
    def create_step(self): ...
#- src/cursus/steps/builders/builder_payload_step.py
from ...core.base.builder_templates import TemplateBuilder
class PayloadStepBuilder(TemplateBuilder): ...
`,
      ['alignment/*'],
    );
  });

  it('finds it of a class that the builder registry registers, and says nothing of one that another decorator makes', () => {
    const decorated = (
      module: string,
      mark: string,
    ): string => `${BASE}#- src/cursus/steps/builders/builder_payload_step.py
from ...core.base.builder_base import StepBuilderBase
from ${module} import register_builder
@register_builder()
class PayloadStepBuilder(StepBuilderBase): ...
${mark}`;
    const mark = '#     ^^^^^^^^^^^^^^^^^^ alignment/builder-method\n';
    checkFindings(decorated('...registry.builder_registry', mark), ['alignment/builder-method']);
    checkFindings(decorated('company', ''), ['alignment/builder-method']);
  });

  it('is silent where the base is out of sight', () => {
    checkFindings(
      `${BASE}#- src/cursus/steps/builders/builder_payload_step.py
from sdk import StepBuilderBase
class PayloadStepBuilder(StepBuilderBase): ...
`,
      ['alignment/*'],
    );
  });
});

/** A core whose registry is its interfaces, and which makes builders from them on demand. */
const INTERFACES = `
#- src/cursus/registry/interface_registry_loader.py
_EXTRAS = {"Base": {"config_class": "BasePipelineConfig", "builder_step_name": "StepBuilderBase", "spec_type": "Base"}}
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
registry:
  sagemaker_step_type: Processing
#- src/cursus/steps/configs/config_payload_step.py
class PayloadConfig: ...
#- src/cursus/steps/builders/__init__.py
def __getattr__(name): ...
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
`;

describe('classes of a core that makes builders from interfaces', () => {
  it('a builder of a workspace is missing where its step has no interface', () => {
    checkFindings(
      `${INTERFACES}LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
#                                     ^^^^^^^^^^^^^^^^^^^^^ step/missing-builder
}
STEP_OVERRIDES = {
    "Payload": {"builder_step_name": "OtherStepBuilder"},
}`,
      ['step/missing-builder'],
    );
  });

  it('a config is missing whatever code gives the package of builders', () => {
    checkFindings(
      `${INTERFACES}LOCAL_STEPS = {
    "DataPrep": {"config_class": "DataPrepConfig"},
#                                ^^^^^^^^^^^^^^^^ step/missing-config
}`,
      ['step/missing-config'],
    );
  });
});
