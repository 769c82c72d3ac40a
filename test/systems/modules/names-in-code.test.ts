import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { completion } from '../../../server/src/features/at-cursor/completion';
import { definition } from '../../../server/src/features/at-cursor/definition';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { references } from '../../../server/src/features/at-cursor/references';
import { rename } from '../../../server/src/features/edit/rename';
import { API_CALLS } from '../../../server/src/systems/modules/read/registry-api';
import type { Workspace } from '../../../server/src/workspace';
import { checkFindings, parseFixture, workspaceOf } from '../../support/fixture';
import { moduleText } from './module-text';

const FILES = `#- extensions/orders.py
${moduleText({ name: 'Orders', more: '\n' })}#- extensions/shop/billing.py
${moduleText({ name: 'Billing', more: '\n' })}`;

const CODES = ['module/unknown-reference', 'module/call-inputs'];

const check = (code: string, path = 'main.py'): Workspace => checkFindings(`${FILES}#- ${path}\n${code}`, CODES);

/** Code in which a method of a class of the run time is called with an id. */
function callOf(type: string, method: string, id: string): string {
  if (type === 'apcore') return `import apcore\napcore.${method}("${id}")\n`;
  return `from apcore import ${type}\nmade = ${type}()\nmade.${method}("${id}")\n`;
}

interface Asked {
  readonly workspace: Workspace;
  readonly path: string;
  readonly offset: number;
}

function asked(code: string): Asked {
  const fixture = parseFixture(`${FILES}#- main.py\n${code}`);
  assert.ok(fixture.cursor, 'no cursor');
  return { workspace: workspaceOf(fixture), ...fixture.cursor };
}

const offered = ({ workspace, path, offset }: Asked): string[] | undefined =>
  completion(workspace, path, offset, {})?.items.map(({ label }) => label);

const described = ({ workspace, path, offset }: Asked): string | undefined =>
  hover(workspace, path, offset, {}, { linkTo: () => undefined })?.markdown.replaceAll('\\', '');

const goesTo = ({ workspace, path, offset }: Asked): string[] | undefined =>
  definition(workspace, path, offset, {})?.targets.map(target => target.path);

describe('ids of modules in code', () => {
  it('are completed, described, found and listed in every method that takes one', async () => {
    for (const [type, methods] of Object.entries(API_CALLS))
      for (const [method, { registers }] of Object.entries(methods)) {
        if (registers === true) continue;
        const at = asked(callOf(type, method, 'shop.bil$0ling'));
        const name = `${type}.${method}`;
        assert.deepEqual(offered(at), ['shop.billing'], name);
        assert.match(described(at) ?? '', /shop\.billing.*id from shop\/billing\.py/s, name);
        assert.deepEqual(goesTo(at), ['extensions/shop/billing.py'], name);
        const listed = await references(at.workspace, at.path, at.offset, {}, soleCheckpoint());
        assert.deepEqual(
          listed?.map(({ path }) => path),
          ['extensions/shop/billing.py', 'main.py'],
          name,
        );
      }
  });

  it('change with the module', async () => {
    const { workspace, path, offset } = asked(`import apcore\napcore.call("shop.bil$0ling", {"text": ""})\n`);
    const options = { across: false, isReadOnly: () => false };
    const edits = await rename(workspace, path, offset, 'shop.bills', {}, options, soleCheckpoint());
    assert.ok(edits !== undefined && !('refused' in edits));
    assert.deepEqual([...edits.files.keys()], ['main.py']);
    assert.deepEqual(edits.moves, [{ path: 'extensions/shop/billing.py', to: 'extensions/shop/bills.py' }]);
  });

  it('that nothing has are reported, on whatever object the text shows to be of the run time', () => {
    check(`import apcore
from apcore import APCore, Executor as Runner, Registry
from apcore.context import Context

registry = Registry()
runner = Runner.from_registry(registry)
client = APCore()
registry.get("ordrs")
#            ^^^^^^^ module/unknown-reference
registry.has("ordrs")
with Runner(registry) as other:
    other.stream("ordrs", {"text": ""})
#                ^^^^^^^ module/unknown-reference
client.executor.registry.describe("ordrs")
#                                 ^^^^^^^ module/unknown-reference
APCore().registry.get("no such thing")
#                     ^^^^^^^^^^^^^^^ module/unknown-reference
apcore.call("system.health", {})


class Service:
    def __init__(self, registry: Registry | None = None, context: "Context" = None):
        self.runner = Runner(registry)
        context.executor.call("ordrs", {"text": ""})
#                             ^^^^^^^ module/unknown-reference

    async def run(self):
        try:
            await self.runner.call_async("ordrs")
        except Exception:
            pass
        await self.runner.call_async(inputs={"text": ""}, module_id="ordrs")
#                                                                   ^^^^^^^ module/unknown-reference
`);
  });

  it('are known to the execute of a module, by its context', () =>
    check(
      `class Pay:
    input_schema = output_schema = None

    def execute(self, inputs, context):
        return context.executor.call("ordrs", {"text": ""})
#                                    ^^^^^^^ module/unknown-reference
`,
      'extensions/pay.py',
    ));

  it('are none on the objects of others', () => {
    check(`from django.apps import registry
from somewhere import Executor
import apcore

registry.get("ordrs")
Executor().call("ordrs")
{}.get("ordrs")


def get(apcore_registry):
    apcore_registry.get("ordrs")


class Job:
    def execute(self, plan, context):
        context.executor.call("ordrs")
`);
    check(`from apcore import Registry

registry = Registry()


def get(registry):
    return registry.get("ordrs")


made = Registry()
made = {}
made.get("ordrs")
for other in [Registry()]:
    other.get("ordrs")
`);
  });

  it('are not judged in tests, in damaged texts, and where no text names what is registered', () => {
    const code = 'import apcore\napcore.call("ordrs", {})\n';
    check(code, 'tests/test_main.py');
    check(`${code}apcore.call(\n`);
    check(`${code}from apcore import BindingLoader\n`);
    check(`${code}for name in names:\n    apcore.register(name, object())\n`);
    check(`${code}@apcore.module\ndef add(a: int) -> int:\n    return a\n`);
  });

  it('that code registers are known', async () => {
    const code = `import apcore

client = apcore.APCore()
client.register("math.sub", object())


@client.module(id="math.add")
def add(a: int, b: int) -> int:
    return a + b


client.call("math.a$0dd", {"a": 1})
client.call("math.sub")
`;
    const at = asked(code);
    checkFindings(`${FILES}#- main.py\n${code.replace('$0', '')}`, CODES);
    assert.deepEqual(offered(at), ['math.add']);
    assert.match(described(at) ?? '', /registered by code, not by discovery/);
    assert.deepEqual(goesTo(at), ['main.py']);
    assert.equal((await references(at.workspace, at.path, at.offset, {}, soleCheckpoint()))?.length, 2);
  });

  it('that code registers may be there when a module needs them', () => {
    checkFindings(
      `${FILES}#- main.py
import apcore
apcore.register("math.sub", object())
#- extensions/orders_meta.yaml
dependencies:
  - module_id: math.sub
#              ^^^^^^^^ module/missing-dependency
`,
      ['module/missing-dependency'],
    )
      .findings('extensions/orders_meta.yaml')
      .forEach(({ severity, message }) => {
        assert.equal(severity, 'warning');
        assert.match(
          message,
          /cannot be told: main\.py registers 'math\.sub', and no text says whether before discovery/,
        );
      });
  });
});

describe('the inputs of a call', () => {
  it('are held against the schema of the module', () =>
    void check(`import apcore

apcore.call("orders", {"text": "", "more": 1})
apcore.call("orders", {"texts": ""})
#                      ^^^^^^^ module/call-inputs
apcore.call("orders", {"more": 1})
#           ^^^^^^^^ module/call-inputs
apcore.call("orders")
#           ^^^^^^^^ module/call-inputs
apcore.call("orders", None)
#           ^^^^^^^^ module/call-inputs
apcore.call("orders", inputs)
apcore.call("orders", {**inputs})
apcore.call("orders", {name: ""})
apcore.call("orders", *rest)
apcore.validate("orders", {})
`));

  it('may be changed by a middleware', () => {
    const workspace = checkFindings(
      `${FILES}#- main.py
import apcore
apcore.use_before(fill)
apcore.call("orders")
#           ^^^^^^^^ module/call-inputs
`,
      CODES,
    );
    assert.deepEqual(
      workspace.findings('main.py').map(({ severity }) => severity),
      ['info'],
    );
  });

  it('are completed, but for those that the call gives', () => {
    assert.deepEqual(offered(asked('import apcore\napcore.call("orders", {"$0"})\n')), ['text']);
    assert.deepEqual(offered(asked('import apcore\napcore.call("orders", {"t$0": 1})\n')), ['text']);
    assert.equal(offered(asked('import apcore\napcore.call("orders", {"text": 1, "$0"})\n')), undefined);
    assert.equal(offered(asked('import apcore\napcore.call("orders", {"text": "$0"})\n')), undefined);
  });
});

describe('a registry that code makes', () => {
  const files = `#- plugins/orders.py
${moduleText({ name: 'Orders' })}
#- plugins/send.ts
export default { inputSchema: 1 };
`;
  const namesIn = (code: string): readonly string[] =>
    workspaceOf(parseFixture(`${files}#- main.py\n${code}`)).answers.flatMap(each =>
      each.kind === 'module' ? each.names(workspaceOf(parseFixture(`${files}#- main.py\n${code}`)).lookup) : [],
    );

  it('finds its modules where it says', () => {
    const makes = (args: string): string => `from apcore import Registry\nRegistry(${args})\n`;
    assert.deepEqual(namesIn(makes('extensions_dir="./plugins"')), ['orders']);
    assert.deepEqual(namesIn(makes('None, "plugins"')), ['orders']);
    assert.deepEqual(namesIn(makes('extensions_dirs=[{"root": "plugins", "namespace": "ours"}]')), ['ours.orders']);
  });

  it('says nothing where code decides it, in tests, or of the whole repository', () => {
    for (const args of [
      'extensions_dir=folder',
      'extensions_dirs=[folder]',
      'extensions_dir="."',
      'config, None',
      '',
      '**more',
    ])
      assert.deepEqual(namesIn(`from apcore import Registry\nRegistry(${args})\n`), [], args);
    assert.deepEqual(namesIn('from elsewhere import Registry\nRegistry(extensions_dir="plugins")\n'), []);
  });
});
