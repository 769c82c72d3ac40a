// Generated from schemas/policy-pack.schema.json by `npm run gen`; edit that.
// @ts-nocheck
import type { Validator } from '../syntax/schema';
export const validate: Validator = validate20;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: ['pack'],
  properties: {
    pack: { type: 'string' },
    description: { type: 'string' },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code'],
        properties: {
          code: {
            type: 'string',
            enum: [
              'alignment/*',
              'artifact/*',
              'config/*',
              'hyperparameter/*',
              'module/*',
              'policy/*',
              'registry/*',
              'step/*',
              'suppression/*',
              'tree/*',
              'workspace/*',
              'alignment/builder-method',
              'alignment/catalogue-index',
              'alignment/config-attribute',
              'alignment/contract-specification',
              'alignment/direct-input',
              'alignment/duplicate-name',
              'alignment/missing-export',
              'alignment/missing-module',
              'alignment/missing-name',
              'alignment/missing-source',
              'alignment/misspelt-variable',
              'alignment/property-path',
              'alignment/required-input',
              'alignment/script-argument',
              'alignment/script-path',
              'alignment/script-variable',
              'alignment/unknown-node',
              'alignment/unmapped-port',
              'alignment/unmet-dependency',
              'alignment/unset-variable',
              'alignment/unused-by-script',
              'artifact/commit-missing',
              'artifact/dead-plugin',
              'artifact/deprecated',
              'artifact/duplicate',
              'artifact/duplicate-uuid',
              'artifact/entry-invalid',
              'artifact/entry-point-missing',
              'artifact/hidden-version',
              'artifact/incompatible',
              'artifact/invalid-metadata',
              'artifact/missing-metadata',
              'artifact/missing-path',
              'artifact/name-mismatch',
              'artifact/placeholder',
              'artifact/registry-invalid',
              'artifact/summary-mismatch',
              'artifact/unlisted-version',
              'artifact/version-mismatch',
              'artifact/wip',
              'config/invalid',
              'hyperparameter/missing-module',
              'module/annotation-contradiction',
              'module/call-inputs',
              'module/case-collision',
              'module/configuration',
              'module/dependency-cycle',
              'module/dependency-shape',
              'module/deprecated',
              'module/duplicate-dependency',
              'module/duplicate-id',
              'module/duplicate-namespace',
              'module/entry-point',
              'module/execute-schema',
              'module/id-map',
              'module/invalid',
              'module/invalid-id',
              'module/metadata-overrides-code',
              'module/metadata-schema',
              'module/metadata-syntax',
              'module/missing-dependency',
              'module/optional-dependency-missing',
              'module/orphan-metadata',
              'module/scan',
              'module/unknown-reference',
              'module/version-constraint',
              'module/version-mismatch',
              'policy/violation',
              'registry/duplicate-key',
              'registry/hidden-characters',
              'registry/ignored-file',
              'registry/ignored-variable',
              'registry/load-error',
              'registry/merge-markers',
              'registry/missing-section',
              'registry/no-core',
              'registry/not-static',
              'registry/syntax-error',
              'registry/unreadable',
              'step/ambiguous-resolution',
              'step/builder-base',
              'step/component-conflict',
              'step/conflict',
              'step/dropped-field',
              'step/duplicate-builder',
              'step/duplicate-config-class',
              'step/duplicate-interface',
              'step/duplicate-spec-type',
              'step/entry-point-missing',
              'step/interface-alignment',
              'step/interface-invalid',
              'step/invalid-field-type',
              'step/invalid-name',
              'step/legacy-alias',
              'step/local-and-override',
              'step/missing-builder',
              'step/missing-component',
              'step/missing-config',
              'step/missing-field',
              'step/naming-convention',
              'step/not-a-mapping',
              'step/override-unknown',
              'step/pack-shadows-package',
              'step/shadows-core',
              'step/unknown-argument',
              'step/unknown-field',
              'step/unknown-reference',
              'step/unknown-sagemaker-type',
              'step/unknown-source',
              'step/unknown-strategy',
              'step/unmapped-file-name',
              'step/unregistered-builder',
              'suppression/unused',
              'tree/invalid',
              'tree/missing-artifact',
              'tree/stale-entry',
              'tree/untracked-file',
              'workspace/id-clash',
              'workspace/id-mismatch',
              'workspace/invalid-id',
              'workspace/invalid-metadata',
              'workspace/isolation',
              'workspace/merge-preview',
              'workspace/missing-directory',
            ],
            'x-name': 'rule',
          },
          severity: { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'] },
          environments: {
            type: 'object',
            additionalProperties: { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'] },
          },
          paths: { type: 'array', items: { type: 'string' } },
          workspaces: { type: 'array', items: { type: 'string' } },
        },
      },
    },
    policies: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string' },
          description: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'] },
          environments: {
            type: 'object',
            additionalProperties: { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'] },
          },
          for: {
            type: 'object',
            additionalProperties: false,
            properties: {
              kinds: { type: 'array', items: { type: 'string', enum: ['step', 'module', 'artifact'] } },
              registries: {
                type: 'array',
                items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
              },
              workspaces: { type: 'array', items: { type: 'string' } },
              categories: { type: 'array', items: { type: 'string' } },
              names: {
                type: 'array',
                items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
              },
            },
          },
          except: {
            type: 'object',
            additionalProperties: false,
            properties: {
              kinds: { type: 'array', items: { type: 'string', enum: ['step', 'module', 'artifact'] } },
              registries: {
                type: 'array',
                items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
              },
              workspaces: { type: 'array', items: { type: 'string' } },
              categories: { type: 'array', items: { type: 'string' } },
              names: {
                type: 'array',
                items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
              },
            },
          },
          allow: {
            type: 'array',
            items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
          },
          deny: {
            type: 'array',
            items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
          },
          naming: { type: 'string', enum: ['PascalCase', 'camelCase', 'snake_case', 'kebab-case', 'UPPER_CASE'] },
          patterns: {
            type: 'array',
            items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
          },
          require: {
            type: 'array',
            items: { type: 'string', pattern: '^[^]{1,200}$', 'x-pattern': 'a text of 1 to 200 characters' },
          },
          version_policy: { type: 'string', enum: ['latest', 'highest_trust', 'exact', 'pinned'] },
          precedence: { type: 'number' },
        },
      },
    },
  },
};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp('^[^]{1,200}$', 'u');
function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.pack === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'pack' },
        message: "must have required property '" + 'pack' + "'",
        schema: schema31.required,
        parentSchema: schema31,
        data,
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'pack' || key0 === 'description' || key0 === 'rules' || key0 === 'policies')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
          schema: false,
          parentSchema: schema31,
          data,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.pack !== undefined) {
      let data0 = data.pack;
      if (typeof data0 !== 'string') {
        const err2 = {
          instancePath: instancePath + '/pack',
          schemaPath: '#/properties/pack/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.pack.type,
          parentSchema: schema31.properties.pack,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      let data1 = data.description;
      if (typeof data1 !== 'string') {
        const err3 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.description.type,
          parentSchema: schema31.properties.description,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.rules !== undefined) {
      let data2 = data.rules;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
            if (data3.code === undefined) {
              const err4 = {
                instancePath: instancePath + '/rules/' + i0,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (
                !(
                  key1 === 'code' ||
                  key1 === 'severity' ||
                  key1 === 'environments' ||
                  key1 === 'paths' ||
                  key1 === 'workspaces'
                )
              ) {
                const err5 = {
                  instancePath: instancePath + '/rules/' + i0,
                  schemaPath: '#/properties/rules/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.rules.items,
                  data: data3,
                };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
              }
            }
            if (data3.code !== undefined) {
              let data4 = data3.code;
              if (typeof data4 !== 'string') {
                const err6 = {
                  instancePath: instancePath + '/rules/' + i0 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.code.type,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
              if (
                !(
                  data4 === 'alignment/*' ||
                  data4 === 'artifact/*' ||
                  data4 === 'config/*' ||
                  data4 === 'hyperparameter/*' ||
                  data4 === 'module/*' ||
                  data4 === 'policy/*' ||
                  data4 === 'registry/*' ||
                  data4 === 'step/*' ||
                  data4 === 'suppression/*' ||
                  data4 === 'tree/*' ||
                  data4 === 'workspace/*' ||
                  data4 === 'alignment/builder-method' ||
                  data4 === 'alignment/catalogue-index' ||
                  data4 === 'alignment/config-attribute' ||
                  data4 === 'alignment/contract-specification' ||
                  data4 === 'alignment/direct-input' ||
                  data4 === 'alignment/duplicate-name' ||
                  data4 === 'alignment/missing-export' ||
                  data4 === 'alignment/missing-module' ||
                  data4 === 'alignment/missing-name' ||
                  data4 === 'alignment/missing-source' ||
                  data4 === 'alignment/misspelt-variable' ||
                  data4 === 'alignment/property-path' ||
                  data4 === 'alignment/required-input' ||
                  data4 === 'alignment/script-argument' ||
                  data4 === 'alignment/script-path' ||
                  data4 === 'alignment/script-variable' ||
                  data4 === 'alignment/unknown-node' ||
                  data4 === 'alignment/unmapped-port' ||
                  data4 === 'alignment/unmet-dependency' ||
                  data4 === 'alignment/unset-variable' ||
                  data4 === 'alignment/unused-by-script' ||
                  data4 === 'artifact/commit-missing' ||
                  data4 === 'artifact/dead-plugin' ||
                  data4 === 'artifact/deprecated' ||
                  data4 === 'artifact/duplicate' ||
                  data4 === 'artifact/duplicate-uuid' ||
                  data4 === 'artifact/entry-invalid' ||
                  data4 === 'artifact/entry-point-missing' ||
                  data4 === 'artifact/hidden-version' ||
                  data4 === 'artifact/incompatible' ||
                  data4 === 'artifact/invalid-metadata' ||
                  data4 === 'artifact/missing-metadata' ||
                  data4 === 'artifact/missing-path' ||
                  data4 === 'artifact/name-mismatch' ||
                  data4 === 'artifact/placeholder' ||
                  data4 === 'artifact/registry-invalid' ||
                  data4 === 'artifact/summary-mismatch' ||
                  data4 === 'artifact/unlisted-version' ||
                  data4 === 'artifact/version-mismatch' ||
                  data4 === 'artifact/wip' ||
                  data4 === 'config/invalid' ||
                  data4 === 'hyperparameter/missing-module' ||
                  data4 === 'module/annotation-contradiction' ||
                  data4 === 'module/call-inputs' ||
                  data4 === 'module/case-collision' ||
                  data4 === 'module/configuration' ||
                  data4 === 'module/dependency-cycle' ||
                  data4 === 'module/dependency-shape' ||
                  data4 === 'module/deprecated' ||
                  data4 === 'module/duplicate-dependency' ||
                  data4 === 'module/duplicate-id' ||
                  data4 === 'module/duplicate-namespace' ||
                  data4 === 'module/entry-point' ||
                  data4 === 'module/execute-schema' ||
                  data4 === 'module/id-map' ||
                  data4 === 'module/invalid' ||
                  data4 === 'module/invalid-id' ||
                  data4 === 'module/metadata-overrides-code' ||
                  data4 === 'module/metadata-schema' ||
                  data4 === 'module/metadata-syntax' ||
                  data4 === 'module/missing-dependency' ||
                  data4 === 'module/optional-dependency-missing' ||
                  data4 === 'module/orphan-metadata' ||
                  data4 === 'module/scan' ||
                  data4 === 'module/unknown-reference' ||
                  data4 === 'module/version-constraint' ||
                  data4 === 'module/version-mismatch' ||
                  data4 === 'policy/violation' ||
                  data4 === 'registry/duplicate-key' ||
                  data4 === 'registry/hidden-characters' ||
                  data4 === 'registry/ignored-file' ||
                  data4 === 'registry/ignored-variable' ||
                  data4 === 'registry/load-error' ||
                  data4 === 'registry/merge-markers' ||
                  data4 === 'registry/missing-section' ||
                  data4 === 'registry/no-core' ||
                  data4 === 'registry/not-static' ||
                  data4 === 'registry/syntax-error' ||
                  data4 === 'registry/unreadable' ||
                  data4 === 'step/ambiguous-resolution' ||
                  data4 === 'step/builder-base' ||
                  data4 === 'step/component-conflict' ||
                  data4 === 'step/conflict' ||
                  data4 === 'step/dropped-field' ||
                  data4 === 'step/duplicate-builder' ||
                  data4 === 'step/duplicate-config-class' ||
                  data4 === 'step/duplicate-interface' ||
                  data4 === 'step/duplicate-spec-type' ||
                  data4 === 'step/entry-point-missing' ||
                  data4 === 'step/interface-alignment' ||
                  data4 === 'step/interface-invalid' ||
                  data4 === 'step/invalid-field-type' ||
                  data4 === 'step/invalid-name' ||
                  data4 === 'step/legacy-alias' ||
                  data4 === 'step/local-and-override' ||
                  data4 === 'step/missing-builder' ||
                  data4 === 'step/missing-component' ||
                  data4 === 'step/missing-config' ||
                  data4 === 'step/missing-field' ||
                  data4 === 'step/naming-convention' ||
                  data4 === 'step/not-a-mapping' ||
                  data4 === 'step/override-unknown' ||
                  data4 === 'step/pack-shadows-package' ||
                  data4 === 'step/shadows-core' ||
                  data4 === 'step/unknown-argument' ||
                  data4 === 'step/unknown-field' ||
                  data4 === 'step/unknown-reference' ||
                  data4 === 'step/unknown-sagemaker-type' ||
                  data4 === 'step/unknown-source' ||
                  data4 === 'step/unknown-strategy' ||
                  data4 === 'step/unmapped-file-name' ||
                  data4 === 'step/unregistered-builder' ||
                  data4 === 'suppression/unused' ||
                  data4 === 'tree/invalid' ||
                  data4 === 'tree/missing-artifact' ||
                  data4 === 'tree/stale-entry' ||
                  data4 === 'tree/untracked-file' ||
                  data4 === 'workspace/id-clash' ||
                  data4 === 'workspace/id-mismatch' ||
                  data4 === 'workspace/invalid-id' ||
                  data4 === 'workspace/invalid-metadata' ||
                  data4 === 'workspace/isolation' ||
                  data4 === 'workspace/merge-preview' ||
                  data4 === 'workspace/missing-directory'
                )
              ) {
                const err7 = {
                  instancePath: instancePath + '/rules/' + i0 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.code.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.code.enum,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data3.severity !== undefined) {
              let data5 = data3.severity;
              if (typeof data5 !== 'string') {
                const err8 = {
                  instancePath: instancePath + '/rules/' + i0 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.severity.type,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data5,
                };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
              if (
                !(data5 === 'error' || data5 === 'warning' || data5 === 'info' || data5 === 'hint' || data5 === 'off')
              ) {
                const err9 = {
                  instancePath: instancePath + '/rules/' + i0 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.severity.enum,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data5,
                };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
            if (data3.environments !== undefined) {
              let data6 = data3.environments;
              if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                for (const key2 in data6) {
                  let data7 = data6[key2];
                  if (typeof data7 !== 'string') {
                    const err10 = {
                      instancePath:
                        instancePath +
                        '/rules/' +
                        i0 +
                        '/environments/' +
                        key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/properties/rules/items/properties/environments/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.environments.additionalProperties.type,
                      parentSchema: schema31.properties.rules.items.properties.environments.additionalProperties,
                      data: data7,
                    };
                    if (vErrors === null) {
                      vErrors = [err10];
                    } else {
                      vErrors.push(err10);
                    }
                    errors++;
                  }
                  if (
                    !(
                      data7 === 'error' ||
                      data7 === 'warning' ||
                      data7 === 'info' ||
                      data7 === 'hint' ||
                      data7 === 'off'
                    )
                  ) {
                    const err11 = {
                      instancePath:
                        instancePath +
                        '/rules/' +
                        i0 +
                        '/environments/' +
                        key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/properties/rules/items/properties/environments/additionalProperties/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues:
                          schema31.properties.rules.items.properties.environments.additionalProperties.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                      schema: schema31.properties.rules.items.properties.environments.additionalProperties.enum,
                      parentSchema: schema31.properties.rules.items.properties.environments.additionalProperties,
                      data: data7,
                    };
                    if (vErrors === null) {
                      vErrors = [err11];
                    } else {
                      vErrors.push(err11);
                    }
                    errors++;
                  }
                }
              } else {
                const err12 = {
                  instancePath: instancePath + '/rules/' + i0 + '/environments',
                  schemaPath: '#/properties/rules/items/properties/environments/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.rules.items.properties.environments.type,
                  parentSchema: schema31.properties.rules.items.properties.environments,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data3.paths !== undefined) {
              let data8 = data3.paths;
              if (Array.isArray(data8)) {
                const len1 = data8.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data9 = data8[i1];
                  if (typeof data9 !== 'string') {
                    const err13 = {
                      instancePath: instancePath + '/rules/' + i0 + '/paths/' + i1,
                      schemaPath: '#/properties/rules/items/properties/paths/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.paths.items.type,
                      parentSchema: schema31.properties.rules.items.properties.paths.items,
                      data: data9,
                    };
                    if (vErrors === null) {
                      vErrors = [err13];
                    } else {
                      vErrors.push(err13);
                    }
                    errors++;
                  }
                }
              } else {
                const err14 = {
                  instancePath: instancePath + '/rules/' + i0 + '/paths',
                  schemaPath: '#/properties/rules/items/properties/paths/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.paths.type,
                  parentSchema: schema31.properties.rules.items.properties.paths,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data3.workspaces !== undefined) {
              let data10 = data3.workspaces;
              if (Array.isArray(data10)) {
                const len2 = data10.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data11 = data10[i2];
                  if (typeof data11 !== 'string') {
                    const err15 = {
                      instancePath: instancePath + '/rules/' + i0 + '/workspaces/' + i2,
                      schemaPath: '#/properties/rules/items/properties/workspaces/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.workspaces.items.type,
                      parentSchema: schema31.properties.rules.items.properties.workspaces.items,
                      data: data11,
                    };
                    if (vErrors === null) {
                      vErrors = [err15];
                    } else {
                      vErrors.push(err15);
                    }
                    errors++;
                  }
                }
              } else {
                const err16 = {
                  instancePath: instancePath + '/rules/' + i0 + '/workspaces',
                  schemaPath: '#/properties/rules/items/properties/workspaces/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.workspaces.type,
                  parentSchema: schema31.properties.rules.items.properties.workspaces,
                  data: data10,
                };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = {
              instancePath: instancePath + '/rules/' + i0,
              schemaPath: '#/properties/rules/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.rules.items.type,
              parentSchema: schema31.properties.rules.items,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/rules',
          schemaPath: '#/properties/rules/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.rules.type,
          parentSchema: schema31.properties.rules,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.policies !== undefined) {
      let data12 = data.policies;
      if (Array.isArray(data12)) {
        const len3 = data12.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data13 = data12[i3];
          if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
            if (data13.name === undefined) {
              const err19 = {
                instancePath: instancePath + '/policies/' + i3,
                schemaPath: '#/properties/policies/items/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
                schema: schema31.properties.policies.items.required,
                parentSchema: schema31.properties.policies.items,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            for (const key3 in data13) {
              if (!func1.call(schema31.properties.policies.items.properties, key3)) {
                const err20 = {
                  instancePath: instancePath + '/policies/' + i3,
                  schemaPath: '#/properties/policies/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.policies.items,
                  data: data13,
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data13.name !== undefined) {
              let data14 = data13.name;
              if (typeof data14 !== 'string') {
                const err21 = {
                  instancePath: instancePath + '/policies/' + i3 + '/name',
                  schemaPath: '#/properties/policies/items/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.policies.items.properties.name.type,
                  parentSchema: schema31.properties.policies.items.properties.name,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data13.description !== undefined) {
              let data15 = data13.description;
              if (typeof data15 !== 'string') {
                const err22 = {
                  instancePath: instancePath + '/policies/' + i3 + '/description',
                  schemaPath: '#/properties/policies/items/properties/description/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.policies.items.properties.description.type,
                  parentSchema: schema31.properties.policies.items.properties.description,
                  data: data15,
                };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data13.severity !== undefined) {
              let data16 = data13.severity;
              if (typeof data16 !== 'string') {
                const err23 = {
                  instancePath: instancePath + '/policies/' + i3 + '/severity',
                  schemaPath: '#/properties/policies/items/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.policies.items.properties.severity.type,
                  parentSchema: schema31.properties.policies.items.properties.severity,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
              if (
                !(
                  data16 === 'error' ||
                  data16 === 'warning' ||
                  data16 === 'info' ||
                  data16 === 'hint' ||
                  data16 === 'off'
                )
              ) {
                const err24 = {
                  instancePath: instancePath + '/policies/' + i3 + '/severity',
                  schemaPath: '#/properties/policies/items/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.policies.items.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.policies.items.properties.severity.enum,
                  parentSchema: schema31.properties.policies.items.properties.severity,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data13.environments !== undefined) {
              let data17 = data13.environments;
              if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                for (const key4 in data17) {
                  let data18 = data17[key4];
                  if (typeof data18 !== 'string') {
                    const err25 = {
                      instancePath:
                        instancePath +
                        '/policies/' +
                        i3 +
                        '/environments/' +
                        key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/properties/policies/items/properties/environments/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.policies.items.properties.environments.additionalProperties.type,
                      parentSchema: schema31.properties.policies.items.properties.environments.additionalProperties,
                      data: data18,
                    };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                  if (
                    !(
                      data18 === 'error' ||
                      data18 === 'warning' ||
                      data18 === 'info' ||
                      data18 === 'hint' ||
                      data18 === 'off'
                    )
                  ) {
                    const err26 = {
                      instancePath:
                        instancePath +
                        '/policies/' +
                        i3 +
                        '/environments/' +
                        key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/properties/policies/items/properties/environments/additionalProperties/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues:
                          schema31.properties.policies.items.properties.environments.additionalProperties.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                      schema: schema31.properties.policies.items.properties.environments.additionalProperties.enum,
                      parentSchema: schema31.properties.policies.items.properties.environments.additionalProperties,
                      data: data18,
                    };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
              } else {
                const err27 = {
                  instancePath: instancePath + '/policies/' + i3 + '/environments',
                  schemaPath: '#/properties/policies/items/properties/environments/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.policies.items.properties.environments.type,
                  parentSchema: schema31.properties.policies.items.properties.environments,
                  data: data17,
                };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data13.for !== undefined) {
              let data19 = data13.for;
              if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
                for (const key5 in data19) {
                  if (
                    !(
                      key5 === 'kinds' ||
                      key5 === 'registries' ||
                      key5 === 'workspaces' ||
                      key5 === 'categories' ||
                      key5 === 'names'
                    )
                  ) {
                    const err28 = {
                      instancePath: instancePath + '/policies/' + i3 + '/for',
                      schemaPath: '#/properties/policies/items/properties/for/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key5 },
                      message: 'must NOT have additional properties',
                      schema: false,
                      parentSchema: schema31.properties.policies.items.properties.for,
                      data: data19,
                    };
                    if (vErrors === null) {
                      vErrors = [err28];
                    } else {
                      vErrors.push(err28);
                    }
                    errors++;
                  }
                }
                if (data19.kinds !== undefined) {
                  let data20 = data19.kinds;
                  if (Array.isArray(data20)) {
                    const len4 = data20.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data21 = data20[i4];
                      if (typeof data21 !== 'string') {
                        const err29 = {
                          instancePath: instancePath + '/policies/' + i3 + '/for/kinds/' + i4,
                          schemaPath: '#/properties/policies/items/properties/for/properties/kinds/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.for.properties.kinds.items.type,
                          parentSchema: schema31.properties.policies.items.properties.for.properties.kinds.items,
                          data: data21,
                        };
                        if (vErrors === null) {
                          vErrors = [err29];
                        } else {
                          vErrors.push(err29);
                        }
                        errors++;
                      }
                      if (!(data21 === 'step' || data21 === 'module' || data21 === 'artifact')) {
                        const err30 = {
                          instancePath: instancePath + '/policies/' + i3 + '/for/kinds/' + i4,
                          schemaPath: '#/properties/policies/items/properties/for/properties/kinds/items/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema31.properties.policies.items.properties.for.properties.kinds.items.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                          schema: schema31.properties.policies.items.properties.for.properties.kinds.items.enum,
                          parentSchema: schema31.properties.policies.items.properties.for.properties.kinds.items,
                          data: data21,
                        };
                        if (vErrors === null) {
                          vErrors = [err30];
                        } else {
                          vErrors.push(err30);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err31 = {
                      instancePath: instancePath + '/policies/' + i3 + '/for/kinds',
                      schemaPath: '#/properties/policies/items/properties/for/properties/kinds/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.for.properties.kinds.type,
                      parentSchema: schema31.properties.policies.items.properties.for.properties.kinds,
                      data: data20,
                    };
                    if (vErrors === null) {
                      vErrors = [err31];
                    } else {
                      vErrors.push(err31);
                    }
                    errors++;
                  }
                }
                if (data19.registries !== undefined) {
                  let data22 = data19.registries;
                  if (Array.isArray(data22)) {
                    const len5 = data22.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data23 = data22[i5];
                      if (typeof data23 === 'string') {
                        if (!pattern4.test(data23)) {
                          const err32 = {
                            instancePath: instancePath + '/policies/' + i3 + '/for/registries/' + i5,
                            schemaPath:
                              '#/properties/policies/items/properties/for/properties/registries/items/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[^]{1,200}$' },
                            message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                            schema: '^[^]{1,200}$',
                            parentSchema: schema31.properties.policies.items.properties.for.properties.registries.items,
                            data: data23,
                          };
                          if (vErrors === null) {
                            vErrors = [err32];
                          } else {
                            vErrors.push(err32);
                          }
                          errors++;
                        }
                      } else {
                        const err33 = {
                          instancePath: instancePath + '/policies/' + i3 + '/for/registries/' + i5,
                          schemaPath: '#/properties/policies/items/properties/for/properties/registries/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.for.properties.registries.items.type,
                          parentSchema: schema31.properties.policies.items.properties.for.properties.registries.items,
                          data: data23,
                        };
                        if (vErrors === null) {
                          vErrors = [err33];
                        } else {
                          vErrors.push(err33);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err34 = {
                      instancePath: instancePath + '/policies/' + i3 + '/for/registries',
                      schemaPath: '#/properties/policies/items/properties/for/properties/registries/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.for.properties.registries.type,
                      parentSchema: schema31.properties.policies.items.properties.for.properties.registries,
                      data: data22,
                    };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                }
                if (data19.workspaces !== undefined) {
                  let data24 = data19.workspaces;
                  if (Array.isArray(data24)) {
                    const len6 = data24.length;
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data25 = data24[i6];
                      if (typeof data25 !== 'string') {
                        const err35 = {
                          instancePath: instancePath + '/policies/' + i3 + '/for/workspaces/' + i6,
                          schemaPath: '#/properties/policies/items/properties/for/properties/workspaces/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.for.properties.workspaces.items.type,
                          parentSchema: schema31.properties.policies.items.properties.for.properties.workspaces.items,
                          data: data25,
                        };
                        if (vErrors === null) {
                          vErrors = [err35];
                        } else {
                          vErrors.push(err35);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err36 = {
                      instancePath: instancePath + '/policies/' + i3 + '/for/workspaces',
                      schemaPath: '#/properties/policies/items/properties/for/properties/workspaces/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.for.properties.workspaces.type,
                      parentSchema: schema31.properties.policies.items.properties.for.properties.workspaces,
                      data: data24,
                    };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                }
                if (data19.categories !== undefined) {
                  let data26 = data19.categories;
                  if (Array.isArray(data26)) {
                    const len7 = data26.length;
                    for (let i7 = 0; i7 < len7; i7++) {
                      let data27 = data26[i7];
                      if (typeof data27 !== 'string') {
                        const err37 = {
                          instancePath: instancePath + '/policies/' + i3 + '/for/categories/' + i7,
                          schemaPath: '#/properties/policies/items/properties/for/properties/categories/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.for.properties.categories.items.type,
                          parentSchema: schema31.properties.policies.items.properties.for.properties.categories.items,
                          data: data27,
                        };
                        if (vErrors === null) {
                          vErrors = [err37];
                        } else {
                          vErrors.push(err37);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err38 = {
                      instancePath: instancePath + '/policies/' + i3 + '/for/categories',
                      schemaPath: '#/properties/policies/items/properties/for/properties/categories/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.for.properties.categories.type,
                      parentSchema: schema31.properties.policies.items.properties.for.properties.categories,
                      data: data26,
                    };
                    if (vErrors === null) {
                      vErrors = [err38];
                    } else {
                      vErrors.push(err38);
                    }
                    errors++;
                  }
                }
                if (data19.names !== undefined) {
                  let data28 = data19.names;
                  if (Array.isArray(data28)) {
                    const len8 = data28.length;
                    for (let i8 = 0; i8 < len8; i8++) {
                      let data29 = data28[i8];
                      if (typeof data29 === 'string') {
                        if (!pattern4.test(data29)) {
                          const err39 = {
                            instancePath: instancePath + '/policies/' + i3 + '/for/names/' + i8,
                            schemaPath: '#/properties/policies/items/properties/for/properties/names/items/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[^]{1,200}$' },
                            message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                            schema: '^[^]{1,200}$',
                            parentSchema: schema31.properties.policies.items.properties.for.properties.names.items,
                            data: data29,
                          };
                          if (vErrors === null) {
                            vErrors = [err39];
                          } else {
                            vErrors.push(err39);
                          }
                          errors++;
                        }
                      } else {
                        const err40 = {
                          instancePath: instancePath + '/policies/' + i3 + '/for/names/' + i8,
                          schemaPath: '#/properties/policies/items/properties/for/properties/names/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.for.properties.names.items.type,
                          parentSchema: schema31.properties.policies.items.properties.for.properties.names.items,
                          data: data29,
                        };
                        if (vErrors === null) {
                          vErrors = [err40];
                        } else {
                          vErrors.push(err40);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err41 = {
                      instancePath: instancePath + '/policies/' + i3 + '/for/names',
                      schemaPath: '#/properties/policies/items/properties/for/properties/names/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.for.properties.names.type,
                      parentSchema: schema31.properties.policies.items.properties.for.properties.names,
                      data: data28,
                    };
                    if (vErrors === null) {
                      vErrors = [err41];
                    } else {
                      vErrors.push(err41);
                    }
                    errors++;
                  }
                }
              } else {
                const err42 = {
                  instancePath: instancePath + '/policies/' + i3 + '/for',
                  schemaPath: '#/properties/policies/items/properties/for/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.policies.items.properties.for.type,
                  parentSchema: schema31.properties.policies.items.properties.for,
                  data: data19,
                };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data13.except !== undefined) {
              let data30 = data13.except;
              if (data30 && typeof data30 == 'object' && !Array.isArray(data30)) {
                for (const key6 in data30) {
                  if (
                    !(
                      key6 === 'kinds' ||
                      key6 === 'registries' ||
                      key6 === 'workspaces' ||
                      key6 === 'categories' ||
                      key6 === 'names'
                    )
                  ) {
                    const err43 = {
                      instancePath: instancePath + '/policies/' + i3 + '/except',
                      schemaPath: '#/properties/policies/items/properties/except/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key6 },
                      message: 'must NOT have additional properties',
                      schema: false,
                      parentSchema: schema31.properties.policies.items.properties.except,
                      data: data30,
                    };
                    if (vErrors === null) {
                      vErrors = [err43];
                    } else {
                      vErrors.push(err43);
                    }
                    errors++;
                  }
                }
                if (data30.kinds !== undefined) {
                  let data31 = data30.kinds;
                  if (Array.isArray(data31)) {
                    const len9 = data31.length;
                    for (let i9 = 0; i9 < len9; i9++) {
                      let data32 = data31[i9];
                      if (typeof data32 !== 'string') {
                        const err44 = {
                          instancePath: instancePath + '/policies/' + i3 + '/except/kinds/' + i9,
                          schemaPath: '#/properties/policies/items/properties/except/properties/kinds/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.except.properties.kinds.items.type,
                          parentSchema: schema31.properties.policies.items.properties.except.properties.kinds.items,
                          data: data32,
                        };
                        if (vErrors === null) {
                          vErrors = [err44];
                        } else {
                          vErrors.push(err44);
                        }
                        errors++;
                      }
                      if (!(data32 === 'step' || data32 === 'module' || data32 === 'artifact')) {
                        const err45 = {
                          instancePath: instancePath + '/policies/' + i3 + '/except/kinds/' + i9,
                          schemaPath: '#/properties/policies/items/properties/except/properties/kinds/items/enum',
                          keyword: 'enum',
                          params: {
                            allowedValues:
                              schema31.properties.policies.items.properties.except.properties.kinds.items.enum,
                          },
                          message: 'must be equal to one of the allowed values',
                          schema: schema31.properties.policies.items.properties.except.properties.kinds.items.enum,
                          parentSchema: schema31.properties.policies.items.properties.except.properties.kinds.items,
                          data: data32,
                        };
                        if (vErrors === null) {
                          vErrors = [err45];
                        } else {
                          vErrors.push(err45);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err46 = {
                      instancePath: instancePath + '/policies/' + i3 + '/except/kinds',
                      schemaPath: '#/properties/policies/items/properties/except/properties/kinds/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.except.properties.kinds.type,
                      parentSchema: schema31.properties.policies.items.properties.except.properties.kinds,
                      data: data31,
                    };
                    if (vErrors === null) {
                      vErrors = [err46];
                    } else {
                      vErrors.push(err46);
                    }
                    errors++;
                  }
                }
                if (data30.registries !== undefined) {
                  let data33 = data30.registries;
                  if (Array.isArray(data33)) {
                    const len10 = data33.length;
                    for (let i10 = 0; i10 < len10; i10++) {
                      let data34 = data33[i10];
                      if (typeof data34 === 'string') {
                        if (!pattern4.test(data34)) {
                          const err47 = {
                            instancePath: instancePath + '/policies/' + i3 + '/except/registries/' + i10,
                            schemaPath:
                              '#/properties/policies/items/properties/except/properties/registries/items/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[^]{1,200}$' },
                            message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                            schema: '^[^]{1,200}$',
                            parentSchema:
                              schema31.properties.policies.items.properties.except.properties.registries.items,
                            data: data34,
                          };
                          if (vErrors === null) {
                            vErrors = [err47];
                          } else {
                            vErrors.push(err47);
                          }
                          errors++;
                        }
                      } else {
                        const err48 = {
                          instancePath: instancePath + '/policies/' + i3 + '/except/registries/' + i10,
                          schemaPath: '#/properties/policies/items/properties/except/properties/registries/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.except.properties.registries.items.type,
                          parentSchema:
                            schema31.properties.policies.items.properties.except.properties.registries.items,
                          data: data34,
                        };
                        if (vErrors === null) {
                          vErrors = [err48];
                        } else {
                          vErrors.push(err48);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err49 = {
                      instancePath: instancePath + '/policies/' + i3 + '/except/registries',
                      schemaPath: '#/properties/policies/items/properties/except/properties/registries/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.except.properties.registries.type,
                      parentSchema: schema31.properties.policies.items.properties.except.properties.registries,
                      data: data33,
                    };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                }
                if (data30.workspaces !== undefined) {
                  let data35 = data30.workspaces;
                  if (Array.isArray(data35)) {
                    const len11 = data35.length;
                    for (let i11 = 0; i11 < len11; i11++) {
                      let data36 = data35[i11];
                      if (typeof data36 !== 'string') {
                        const err50 = {
                          instancePath: instancePath + '/policies/' + i3 + '/except/workspaces/' + i11,
                          schemaPath: '#/properties/policies/items/properties/except/properties/workspaces/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.except.properties.workspaces.items.type,
                          parentSchema:
                            schema31.properties.policies.items.properties.except.properties.workspaces.items,
                          data: data36,
                        };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err51 = {
                      instancePath: instancePath + '/policies/' + i3 + '/except/workspaces',
                      schemaPath: '#/properties/policies/items/properties/except/properties/workspaces/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.except.properties.workspaces.type,
                      parentSchema: schema31.properties.policies.items.properties.except.properties.workspaces,
                      data: data35,
                    };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
                if (data30.categories !== undefined) {
                  let data37 = data30.categories;
                  if (Array.isArray(data37)) {
                    const len12 = data37.length;
                    for (let i12 = 0; i12 < len12; i12++) {
                      let data38 = data37[i12];
                      if (typeof data38 !== 'string') {
                        const err52 = {
                          instancePath: instancePath + '/policies/' + i3 + '/except/categories/' + i12,
                          schemaPath: '#/properties/policies/items/properties/except/properties/categories/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.except.properties.categories.items.type,
                          parentSchema:
                            schema31.properties.policies.items.properties.except.properties.categories.items,
                          data: data38,
                        };
                        if (vErrors === null) {
                          vErrors = [err52];
                        } else {
                          vErrors.push(err52);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err53 = {
                      instancePath: instancePath + '/policies/' + i3 + '/except/categories',
                      schemaPath: '#/properties/policies/items/properties/except/properties/categories/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.except.properties.categories.type,
                      parentSchema: schema31.properties.policies.items.properties.except.properties.categories,
                      data: data37,
                    };
                    if (vErrors === null) {
                      vErrors = [err53];
                    } else {
                      vErrors.push(err53);
                    }
                    errors++;
                  }
                }
                if (data30.names !== undefined) {
                  let data39 = data30.names;
                  if (Array.isArray(data39)) {
                    const len13 = data39.length;
                    for (let i13 = 0; i13 < len13; i13++) {
                      let data40 = data39[i13];
                      if (typeof data40 === 'string') {
                        if (!pattern4.test(data40)) {
                          const err54 = {
                            instancePath: instancePath + '/policies/' + i3 + '/except/names/' + i13,
                            schemaPath: '#/properties/policies/items/properties/except/properties/names/items/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[^]{1,200}$' },
                            message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                            schema: '^[^]{1,200}$',
                            parentSchema: schema31.properties.policies.items.properties.except.properties.names.items,
                            data: data40,
                          };
                          if (vErrors === null) {
                            vErrors = [err54];
                          } else {
                            vErrors.push(err54);
                          }
                          errors++;
                        }
                      } else {
                        const err55 = {
                          instancePath: instancePath + '/policies/' + i3 + '/except/names/' + i13,
                          schemaPath: '#/properties/policies/items/properties/except/properties/names/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema31.properties.policies.items.properties.except.properties.names.items.type,
                          parentSchema: schema31.properties.policies.items.properties.except.properties.names.items,
                          data: data40,
                        };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err56 = {
                      instancePath: instancePath + '/policies/' + i3 + '/except/names',
                      schemaPath: '#/properties/policies/items/properties/except/properties/names/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema31.properties.policies.items.properties.except.properties.names.type,
                      parentSchema: schema31.properties.policies.items.properties.except.properties.names,
                      data: data39,
                    };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
              } else {
                const err57 = {
                  instancePath: instancePath + '/policies/' + i3 + '/except',
                  schemaPath: '#/properties/policies/items/properties/except/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.policies.items.properties.except.type,
                  parentSchema: schema31.properties.policies.items.properties.except,
                  data: data30,
                };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            if (data13.allow !== undefined) {
              let data41 = data13.allow;
              if (Array.isArray(data41)) {
                const len14 = data41.length;
                for (let i14 = 0; i14 < len14; i14++) {
                  let data42 = data41[i14];
                  if (typeof data42 === 'string') {
                    if (!pattern4.test(data42)) {
                      const err58 = {
                        instancePath: instancePath + '/policies/' + i3 + '/allow/' + i14,
                        schemaPath: '#/properties/policies/items/properties/allow/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^]{1,200}$' },
                        message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                        schema: '^[^]{1,200}$',
                        parentSchema: schema31.properties.policies.items.properties.allow.items,
                        data: data42,
                      };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                  } else {
                    const err59 = {
                      instancePath: instancePath + '/policies/' + i3 + '/allow/' + i14,
                      schemaPath: '#/properties/policies/items/properties/allow/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.policies.items.properties.allow.items.type,
                      parentSchema: schema31.properties.policies.items.properties.allow.items,
                      data: data42,
                    };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
              } else {
                const err60 = {
                  instancePath: instancePath + '/policies/' + i3 + '/allow',
                  schemaPath: '#/properties/policies/items/properties/allow/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.policies.items.properties.allow.type,
                  parentSchema: schema31.properties.policies.items.properties.allow,
                  data: data41,
                };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data13.deny !== undefined) {
              let data43 = data13.deny;
              if (Array.isArray(data43)) {
                const len15 = data43.length;
                for (let i15 = 0; i15 < len15; i15++) {
                  let data44 = data43[i15];
                  if (typeof data44 === 'string') {
                    if (!pattern4.test(data44)) {
                      const err61 = {
                        instancePath: instancePath + '/policies/' + i3 + '/deny/' + i15,
                        schemaPath: '#/properties/policies/items/properties/deny/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^]{1,200}$' },
                        message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                        schema: '^[^]{1,200}$',
                        parentSchema: schema31.properties.policies.items.properties.deny.items,
                        data: data44,
                      };
                      if (vErrors === null) {
                        vErrors = [err61];
                      } else {
                        vErrors.push(err61);
                      }
                      errors++;
                    }
                  } else {
                    const err62 = {
                      instancePath: instancePath + '/policies/' + i3 + '/deny/' + i15,
                      schemaPath: '#/properties/policies/items/properties/deny/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.policies.items.properties.deny.items.type,
                      parentSchema: schema31.properties.policies.items.properties.deny.items,
                      data: data44,
                    };
                    if (vErrors === null) {
                      vErrors = [err62];
                    } else {
                      vErrors.push(err62);
                    }
                    errors++;
                  }
                }
              } else {
                const err63 = {
                  instancePath: instancePath + '/policies/' + i3 + '/deny',
                  schemaPath: '#/properties/policies/items/properties/deny/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.policies.items.properties.deny.type,
                  parentSchema: schema31.properties.policies.items.properties.deny,
                  data: data43,
                };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
            if (data13.naming !== undefined) {
              let data45 = data13.naming;
              if (typeof data45 !== 'string') {
                const err64 = {
                  instancePath: instancePath + '/policies/' + i3 + '/naming',
                  schemaPath: '#/properties/policies/items/properties/naming/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.policies.items.properties.naming.type,
                  parentSchema: schema31.properties.policies.items.properties.naming,
                  data: data45,
                };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
              if (
                !(
                  data45 === 'PascalCase' ||
                  data45 === 'camelCase' ||
                  data45 === 'snake_case' ||
                  data45 === 'kebab-case' ||
                  data45 === 'UPPER_CASE'
                )
              ) {
                const err65 = {
                  instancePath: instancePath + '/policies/' + i3 + '/naming',
                  schemaPath: '#/properties/policies/items/properties/naming/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.policies.items.properties.naming.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.policies.items.properties.naming.enum,
                  parentSchema: schema31.properties.policies.items.properties.naming,
                  data: data45,
                };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
            if (data13.patterns !== undefined) {
              let data46 = data13.patterns;
              if (Array.isArray(data46)) {
                const len16 = data46.length;
                for (let i16 = 0; i16 < len16; i16++) {
                  let data47 = data46[i16];
                  if (typeof data47 === 'string') {
                    if (!pattern4.test(data47)) {
                      const err66 = {
                        instancePath: instancePath + '/policies/' + i3 + '/patterns/' + i16,
                        schemaPath: '#/properties/policies/items/properties/patterns/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^]{1,200}$' },
                        message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                        schema: '^[^]{1,200}$',
                        parentSchema: schema31.properties.policies.items.properties.patterns.items,
                        data: data47,
                      };
                      if (vErrors === null) {
                        vErrors = [err66];
                      } else {
                        vErrors.push(err66);
                      }
                      errors++;
                    }
                  } else {
                    const err67 = {
                      instancePath: instancePath + '/policies/' + i3 + '/patterns/' + i16,
                      schemaPath: '#/properties/policies/items/properties/patterns/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.policies.items.properties.patterns.items.type,
                      parentSchema: schema31.properties.policies.items.properties.patterns.items,
                      data: data47,
                    };
                    if (vErrors === null) {
                      vErrors = [err67];
                    } else {
                      vErrors.push(err67);
                    }
                    errors++;
                  }
                }
              } else {
                const err68 = {
                  instancePath: instancePath + '/policies/' + i3 + '/patterns',
                  schemaPath: '#/properties/policies/items/properties/patterns/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.policies.items.properties.patterns.type,
                  parentSchema: schema31.properties.policies.items.properties.patterns,
                  data: data46,
                };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
            if (data13.require !== undefined) {
              let data48 = data13.require;
              if (Array.isArray(data48)) {
                const len17 = data48.length;
                for (let i17 = 0; i17 < len17; i17++) {
                  let data49 = data48[i17];
                  if (typeof data49 === 'string') {
                    if (!pattern4.test(data49)) {
                      const err69 = {
                        instancePath: instancePath + '/policies/' + i3 + '/require/' + i17,
                        schemaPath: '#/properties/policies/items/properties/require/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^]{1,200}$' },
                        message: 'must match pattern "' + '^[^]{1,200}$' + '"',
                        schema: '^[^]{1,200}$',
                        parentSchema: schema31.properties.policies.items.properties.require.items,
                        data: data49,
                      };
                      if (vErrors === null) {
                        vErrors = [err69];
                      } else {
                        vErrors.push(err69);
                      }
                      errors++;
                    }
                  } else {
                    const err70 = {
                      instancePath: instancePath + '/policies/' + i3 + '/require/' + i17,
                      schemaPath: '#/properties/policies/items/properties/require/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.policies.items.properties.require.items.type,
                      parentSchema: schema31.properties.policies.items.properties.require.items,
                      data: data49,
                    };
                    if (vErrors === null) {
                      vErrors = [err70];
                    } else {
                      vErrors.push(err70);
                    }
                    errors++;
                  }
                }
              } else {
                const err71 = {
                  instancePath: instancePath + '/policies/' + i3 + '/require',
                  schemaPath: '#/properties/policies/items/properties/require/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.policies.items.properties.require.type,
                  parentSchema: schema31.properties.policies.items.properties.require,
                  data: data48,
                };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
            }
            if (data13.version_policy !== undefined) {
              let data50 = data13.version_policy;
              if (typeof data50 !== 'string') {
                const err72 = {
                  instancePath: instancePath + '/policies/' + i3 + '/version_policy',
                  schemaPath: '#/properties/policies/items/properties/version_policy/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.policies.items.properties.version_policy.type,
                  parentSchema: schema31.properties.policies.items.properties.version_policy,
                  data: data50,
                };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
              if (!(data50 === 'latest' || data50 === 'highest_trust' || data50 === 'exact' || data50 === 'pinned')) {
                const err73 = {
                  instancePath: instancePath + '/policies/' + i3 + '/version_policy',
                  schemaPath: '#/properties/policies/items/properties/version_policy/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.policies.items.properties.version_policy.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.policies.items.properties.version_policy.enum,
                  parentSchema: schema31.properties.policies.items.properties.version_policy,
                  data: data50,
                };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
            }
            if (data13.precedence !== undefined) {
              let data51 = data13.precedence;
              if (!(typeof data51 == 'number' && isFinite(data51))) {
                const err74 = {
                  instancePath: instancePath + '/policies/' + i3 + '/precedence',
                  schemaPath: '#/properties/policies/items/properties/precedence/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                  schema: schema31.properties.policies.items.properties.precedence.type,
                  parentSchema: schema31.properties.policies.items.properties.precedence,
                  data: data51,
                };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
            }
          } else {
            const err75 = {
              instancePath: instancePath + '/policies/' + i3,
              schemaPath: '#/properties/policies/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.policies.items.type,
              parentSchema: schema31.properties.policies.items,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
      } else {
        const err76 = {
          instancePath: instancePath + '/policies',
          schemaPath: '#/properties/policies/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.policies.type,
          parentSchema: schema31.properties.policies,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
    }
  } else {
    const err77 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
      schema: schema31.type,
      parentSchema: schema31,
      data,
    };
    if (vErrors === null) {
      vErrors = [err77];
    } else {
      vErrors.push(err77);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
