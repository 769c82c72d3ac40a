// Generated from schemas/registry-intelligence.schema.json by `npm run gen`; edit that.
// @ts-nocheck
import type { Validator } from '../syntax/schema';
export const validate: Validator = validate20;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  properties: {
    core: { type: 'string', 'x-path': 'any' },
    workspaces: { type: 'string', 'x-path': 'folder' },
    workspace_variable: { type: 'string', enum: ['LOCAL_STEPS', 'WORKSPACE_STEPS'] },
    extensions: {
      type: 'array',
      minItems: 1,
      items: {
        type: ['string', 'object'],
        additionalProperties: false,
        required: ['root'],
        properties: { root: { type: 'string', 'x-path': true }, namespace: { type: 'string' } },
      },
    },
    id_map: { type: 'string', 'x-path': true },
    resolution: {
      type: 'object',
      additionalProperties: false,
      properties: {
        profile: { type: 'string', enum: ['isolated', 'hybrid', 'intelligent'] },
        mode: { type: 'string', enum: ['automatic', 'interactive', 'strict'] },
        preferred_frameworks: { type: 'array', items: { type: 'string' } },
        environment_preferences: { type: 'array', items: { type: 'string' } },
      },
    },
    artifacts: {
      type: 'object',
      additionalProperties: false,
      properties: {
        registries: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['path'],
            properties: {
              path: { type: 'string', 'x-path': 'file' },
              scope: { type: 'string', enum: ['core', 'plugin', 'local'] },
              precedence: { type: 'number' },
              namespace: { type: 'string' },
            },
          },
        },
        policy: { type: 'string', enum: ['latest', 'highest_trust', 'exact', 'pinned'] },
        pins: { type: 'object', additionalProperties: { type: 'string' }, default: {} },
        aliases: { type: 'object', additionalProperties: { type: 'string' }, default: {} },
        trust_field: { type: 'string' },
        include_wip: { type: 'boolean' },
      },
    },
    policies: {
      type: 'object',
      additionalProperties: false,
      properties: {
        packs: { type: 'array', items: { type: 'string', 'x-path': 'file' } },
        environment: { type: 'string' },
      },
    },
    merge_preview: { type: 'boolean' },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'severity'],
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
          paths: { type: 'array', items: { type: 'string' } },
          workspaces: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};
const func1 = Object.prototype.hasOwnProperty;
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
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err0 = {
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
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.core !== undefined) {
      let data0 = data.core;
      if (typeof data0 !== 'string') {
        const err1 = {
          instancePath: instancePath + '/core',
          schemaPath: '#/properties/core/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.core.type,
          parentSchema: schema31.properties.core,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.workspaces !== undefined) {
      let data1 = data.workspaces;
      if (typeof data1 !== 'string') {
        const err2 = {
          instancePath: instancePath + '/workspaces',
          schemaPath: '#/properties/workspaces/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.workspaces.type,
          parentSchema: schema31.properties.workspaces,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.workspace_variable !== undefined) {
      let data2 = data.workspace_variable;
      if (typeof data2 !== 'string') {
        const err3 = {
          instancePath: instancePath + '/workspace_variable',
          schemaPath: '#/properties/workspace_variable/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.workspace_variable.type,
          parentSchema: schema31.properties.workspace_variable,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data2 === 'LOCAL_STEPS' || data2 === 'WORKSPACE_STEPS')) {
        const err4 = {
          instancePath: instancePath + '/workspace_variable',
          schemaPath: '#/properties/workspace_variable/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.workspace_variable.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema31.properties.workspace_variable.enum,
          parentSchema: schema31.properties.workspace_variable,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.extensions !== undefined) {
      let data3 = data.extensions;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err5 = {
            instancePath: instancePath + '/extensions',
            schemaPath: '#/properties/extensions/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
            schema: 1,
            parentSchema: schema31.properties.extensions,
            data: data3,
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 !== 'string' && !(data4 && typeof data4 == 'object' && !Array.isArray(data4))) {
            const err6 = {
              instancePath: instancePath + '/extensions/' + i0,
              schemaPath: '#/properties/extensions/items/type',
              keyword: 'type',
              params: { type: schema31.properties.extensions.items.type },
              message: 'must be string,object',
              schema: schema31.properties.extensions.items.type,
              parentSchema: schema31.properties.extensions.items,
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
            if (data4.root === undefined) {
              const err7 = {
                instancePath: instancePath + '/extensions/' + i0,
                schemaPath: '#/properties/extensions/items/required',
                keyword: 'required',
                params: { missingProperty: 'root' },
                message: "must have required property '" + 'root' + "'",
                schema: schema31.properties.extensions.items.required,
                parentSchema: schema31.properties.extensions.items,
                data: data4,
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            for (const key1 in data4) {
              if (!(key1 === 'root' || key1 === 'namespace')) {
                const err8 = {
                  instancePath: instancePath + '/extensions/' + i0,
                  schemaPath: '#/properties/extensions/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.extensions.items,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data4.root !== undefined) {
              let data5 = data4.root;
              if (typeof data5 !== 'string') {
                const err9 = {
                  instancePath: instancePath + '/extensions/' + i0 + '/root',
                  schemaPath: '#/properties/extensions/items/properties/root/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.extensions.items.properties.root.type,
                  parentSchema: schema31.properties.extensions.items.properties.root,
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
            if (data4.namespace !== undefined) {
              let data6 = data4.namespace;
              if (typeof data6 !== 'string') {
                const err10 = {
                  instancePath: instancePath + '/extensions/' + i0 + '/namespace',
                  schemaPath: '#/properties/extensions/items/properties/namespace/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.extensions.items.properties.namespace.type,
                  parentSchema: schema31.properties.extensions.items.properties.namespace,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err11 = {
          instancePath: instancePath + '/extensions',
          schemaPath: '#/properties/extensions/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.extensions.type,
          parentSchema: schema31.properties.extensions,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.id_map !== undefined) {
      let data7 = data.id_map;
      if (typeof data7 !== 'string') {
        const err12 = {
          instancePath: instancePath + '/id_map',
          schemaPath: '#/properties/id_map/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.id_map.type,
          parentSchema: schema31.properties.id_map,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.resolution !== undefined) {
      let data8 = data.resolution;
      if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
        for (const key2 in data8) {
          if (
            !(
              key2 === 'profile' ||
              key2 === 'mode' ||
              key2 === 'preferred_frameworks' ||
              key2 === 'environment_preferences'
            )
          ) {
            const err13 = {
              instancePath: instancePath + '/resolution',
              schemaPath: '#/properties/resolution/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.resolution,
              data: data8,
            };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data8.profile !== undefined) {
          let data9 = data8.profile;
          if (typeof data9 !== 'string') {
            const err14 = {
              instancePath: instancePath + '/resolution/profile',
              schemaPath: '#/properties/resolution/properties/profile/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.resolution.properties.profile.type,
              parentSchema: schema31.properties.resolution.properties.profile,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (!(data9 === 'isolated' || data9 === 'hybrid' || data9 === 'intelligent')) {
            const err15 = {
              instancePath: instancePath + '/resolution/profile',
              schemaPath: '#/properties/resolution/properties/profile/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.resolution.properties.profile.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.resolution.properties.profile.enum,
              parentSchema: schema31.properties.resolution.properties.profile,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data8.mode !== undefined) {
          let data10 = data8.mode;
          if (typeof data10 !== 'string') {
            const err16 = {
              instancePath: instancePath + '/resolution/mode',
              schemaPath: '#/properties/resolution/properties/mode/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.resolution.properties.mode.type,
              parentSchema: schema31.properties.resolution.properties.mode,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (!(data10 === 'automatic' || data10 === 'interactive' || data10 === 'strict')) {
            const err17 = {
              instancePath: instancePath + '/resolution/mode',
              schemaPath: '#/properties/resolution/properties/mode/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.resolution.properties.mode.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.resolution.properties.mode.enum,
              parentSchema: schema31.properties.resolution.properties.mode,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data8.preferred_frameworks !== undefined) {
          let data11 = data8.preferred_frameworks;
          if (Array.isArray(data11)) {
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data12 = data11[i1];
              if (typeof data12 !== 'string') {
                const err18 = {
                  instancePath: instancePath + '/resolution/preferred_frameworks/' + i1,
                  schemaPath: '#/properties/resolution/properties/preferred_frameworks/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.resolution.properties.preferred_frameworks.items.type,
                  parentSchema: schema31.properties.resolution.properties.preferred_frameworks.items,
                  data: data12,
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = {
              instancePath: instancePath + '/resolution/preferred_frameworks',
              schemaPath: '#/properties/resolution/properties/preferred_frameworks/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.resolution.properties.preferred_frameworks.type,
              parentSchema: schema31.properties.resolution.properties.preferred_frameworks,
              data: data11,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data8.environment_preferences !== undefined) {
          let data13 = data8.environment_preferences;
          if (Array.isArray(data13)) {
            const len2 = data13.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data14 = data13[i2];
              if (typeof data14 !== 'string') {
                const err20 = {
                  instancePath: instancePath + '/resolution/environment_preferences/' + i2,
                  schemaPath: '#/properties/resolution/properties/environment_preferences/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.resolution.properties.environment_preferences.items.type,
                  parentSchema: schema31.properties.resolution.properties.environment_preferences.items,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
          } else {
            const err21 = {
              instancePath: instancePath + '/resolution/environment_preferences',
              schemaPath: '#/properties/resolution/properties/environment_preferences/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.resolution.properties.environment_preferences.type,
              parentSchema: schema31.properties.resolution.properties.environment_preferences,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/resolution',
          schemaPath: '#/properties/resolution/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.resolution.type,
          parentSchema: schema31.properties.resolution,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.artifacts !== undefined) {
      let data15 = data.artifacts;
      if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
        for (const key3 in data15) {
          if (
            !(
              key3 === 'registries' ||
              key3 === 'policy' ||
              key3 === 'pins' ||
              key3 === 'aliases' ||
              key3 === 'trust_field' ||
              key3 === 'include_wip'
            )
          ) {
            const err23 = {
              instancePath: instancePath + '/artifacts',
              schemaPath: '#/properties/artifacts/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.artifacts,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data15.registries !== undefined) {
          let data16 = data15.registries;
          if (Array.isArray(data16)) {
            const len3 = data16.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data17 = data16[i3];
              if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                if (data17.path === undefined) {
                  const err24 = {
                    instancePath: instancePath + '/artifacts/registries/' + i3,
                    schemaPath: '#/properties/artifacts/properties/registries/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'path' },
                    message: "must have required property '" + 'path' + "'",
                    schema: schema31.properties.artifacts.properties.registries.items.required,
                    parentSchema: schema31.properties.artifacts.properties.registries.items,
                    data: data17,
                  };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
                for (const key4 in data17) {
                  if (!(key4 === 'path' || key4 === 'scope' || key4 === 'precedence' || key4 === 'namespace')) {
                    const err25 = {
                      instancePath: instancePath + '/artifacts/registries/' + i3,
                      schemaPath: '#/properties/artifacts/properties/registries/items/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key4 },
                      message: 'must NOT have additional properties',
                      schema: false,
                      parentSchema: schema31.properties.artifacts.properties.registries.items,
                      data: data17,
                    };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                }
                if (data17.path !== undefined) {
                  let data18 = data17.path;
                  if (typeof data18 !== 'string') {
                    const err26 = {
                      instancePath: instancePath + '/artifacts/registries/' + i3 + '/path',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/path/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.path.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.path,
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
                if (data17.scope !== undefined) {
                  let data19 = data17.scope;
                  if (typeof data19 !== 'string') {
                    const err27 = {
                      instancePath: instancePath + '/artifacts/registries/' + i3 + '/scope',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/scope/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.scope.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.scope,
                      data: data19,
                    };
                    if (vErrors === null) {
                      vErrors = [err27];
                    } else {
                      vErrors.push(err27);
                    }
                    errors++;
                  }
                  if (!(data19 === 'core' || data19 === 'plugin' || data19 === 'local')) {
                    const err28 = {
                      instancePath: instancePath + '/artifacts/registries/' + i3 + '/scope',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/scope/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema31.properties.artifacts.properties.registries.items.properties.scope.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.scope.enum,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.scope,
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
                if (data17.precedence !== undefined) {
                  let data20 = data17.precedence;
                  if (!(typeof data20 == 'number' && isFinite(data20))) {
                    const err29 = {
                      instancePath: instancePath + '/artifacts/registries/' + i3 + '/precedence',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/precedence/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.precedence.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.precedence,
                      data: data20,
                    };
                    if (vErrors === null) {
                      vErrors = [err29];
                    } else {
                      vErrors.push(err29);
                    }
                    errors++;
                  }
                }
                if (data17.namespace !== undefined) {
                  let data21 = data17.namespace;
                  if (typeof data21 !== 'string') {
                    const err30 = {
                      instancePath: instancePath + '/artifacts/registries/' + i3 + '/namespace',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/namespace/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.namespace.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.namespace,
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
                  instancePath: instancePath + '/artifacts/registries/' + i3,
                  schemaPath: '#/properties/artifacts/properties/registries/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.artifacts.properties.registries.items.type,
                  parentSchema: schema31.properties.artifacts.properties.registries.items,
                  data: data17,
                };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          } else {
            const err32 = {
              instancePath: instancePath + '/artifacts/registries',
              schemaPath: '#/properties/artifacts/properties/registries/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.artifacts.properties.registries.type,
              parentSchema: schema31.properties.artifacts.properties.registries,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data15.policy !== undefined) {
          let data22 = data15.policy;
          if (typeof data22 !== 'string') {
            const err33 = {
              instancePath: instancePath + '/artifacts/policy',
              schemaPath: '#/properties/artifacts/properties/policy/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.artifacts.properties.policy.type,
              parentSchema: schema31.properties.artifacts.properties.policy,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (!(data22 === 'latest' || data22 === 'highest_trust' || data22 === 'exact' || data22 === 'pinned')) {
            const err34 = {
              instancePath: instancePath + '/artifacts/policy',
              schemaPath: '#/properties/artifacts/properties/policy/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.artifacts.properties.policy.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.artifacts.properties.policy.enum,
              parentSchema: schema31.properties.artifacts.properties.policy,
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
        if (data15.pins !== undefined) {
          let data23 = data15.pins;
          if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
            for (const key5 in data23) {
              let data24 = data23[key5];
              if (typeof data24 !== 'string') {
                const err35 = {
                  instancePath: instancePath + '/artifacts/pins/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/artifacts/properties/pins/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.artifacts.properties.pins.additionalProperties.type,
                  parentSchema: schema31.properties.artifacts.properties.pins.additionalProperties,
                  data: data24,
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
              instancePath: instancePath + '/artifacts/pins',
              schemaPath: '#/properties/artifacts/properties/pins/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.artifacts.properties.pins.type,
              parentSchema: schema31.properties.artifacts.properties.pins,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data15.aliases !== undefined) {
          let data25 = data15.aliases;
          if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
            for (const key6 in data25) {
              let data26 = data25[key6];
              if (typeof data26 !== 'string') {
                const err37 = {
                  instancePath: instancePath + '/artifacts/aliases/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/artifacts/properties/aliases/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.artifacts.properties.aliases.additionalProperties.type,
                  parentSchema: schema31.properties.artifacts.properties.aliases.additionalProperties,
                  data: data26,
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
              instancePath: instancePath + '/artifacts/aliases',
              schemaPath: '#/properties/artifacts/properties/aliases/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.artifacts.properties.aliases.type,
              parentSchema: schema31.properties.artifacts.properties.aliases,
              data: data25,
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data15.trust_field !== undefined) {
          let data27 = data15.trust_field;
          if (typeof data27 !== 'string') {
            const err39 = {
              instancePath: instancePath + '/artifacts/trust_field',
              schemaPath: '#/properties/artifacts/properties/trust_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.artifacts.properties.trust_field.type,
              parentSchema: schema31.properties.artifacts.properties.trust_field,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data15.include_wip !== undefined) {
          let data28 = data15.include_wip;
          if (typeof data28 !== 'boolean') {
            const err40 = {
              instancePath: instancePath + '/artifacts/include_wip',
              schemaPath: '#/properties/artifacts/properties/include_wip/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.artifacts.properties.include_wip.type,
              parentSchema: schema31.properties.artifacts.properties.include_wip,
              data: data28,
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
          instancePath: instancePath + '/artifacts',
          schemaPath: '#/properties/artifacts/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.artifacts.type,
          parentSchema: schema31.properties.artifacts,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.policies !== undefined) {
      let data29 = data.policies;
      if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
        for (const key7 in data29) {
          if (!(key7 === 'packs' || key7 === 'environment')) {
            const err42 = {
              instancePath: instancePath + '/policies',
              schemaPath: '#/properties/policies/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key7 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.policies,
              data: data29,
            };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data29.packs !== undefined) {
          let data30 = data29.packs;
          if (Array.isArray(data30)) {
            const len4 = data30.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data31 = data30[i4];
              if (typeof data31 !== 'string') {
                const err43 = {
                  instancePath: instancePath + '/policies/packs/' + i4,
                  schemaPath: '#/properties/policies/properties/packs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.policies.properties.packs.items.type,
                  parentSchema: schema31.properties.policies.properties.packs.items,
                  data: data31,
                };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
            }
          } else {
            const err44 = {
              instancePath: instancePath + '/policies/packs',
              schemaPath: '#/properties/policies/properties/packs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.policies.properties.packs.type,
              parentSchema: schema31.properties.policies.properties.packs,
              data: data30,
            };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data29.environment !== undefined) {
          let data32 = data29.environment;
          if (typeof data32 !== 'string') {
            const err45 = {
              instancePath: instancePath + '/policies/environment',
              schemaPath: '#/properties/policies/properties/environment/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.policies.properties.environment.type,
              parentSchema: schema31.properties.policies.properties.environment,
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
          instancePath: instancePath + '/policies',
          schemaPath: '#/properties/policies/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.policies.type,
          parentSchema: schema31.properties.policies,
          data: data29,
        };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.merge_preview !== undefined) {
      let data33 = data.merge_preview;
      if (typeof data33 !== 'boolean') {
        const err47 = {
          instancePath: instancePath + '/merge_preview',
          schemaPath: '#/properties/merge_preview/type',
          keyword: 'type',
          params: { type: 'boolean' },
          message: 'must be boolean',
          schema: schema31.properties.merge_preview.type,
          parentSchema: schema31.properties.merge_preview,
          data: data33,
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.rules !== undefined) {
      let data34 = data.rules;
      if (Array.isArray(data34)) {
        const len5 = data34.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data35 = data34[i5];
          if (data35 && typeof data35 == 'object' && !Array.isArray(data35)) {
            if (data35.code === undefined) {
              const err48 = {
                instancePath: instancePath + '/rules/' + i5,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data35,
              };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data35.severity === undefined) {
              const err49 = {
                instancePath: instancePath + '/rules/' + i5,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data35,
              };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            for (const key8 in data35) {
              if (!(key8 === 'code' || key8 === 'severity' || key8 === 'paths' || key8 === 'workspaces')) {
                const err50 = {
                  instancePath: instancePath + '/rules/' + i5,
                  schemaPath: '#/properties/rules/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key8 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.rules.items,
                  data: data35,
                };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data35.code !== undefined) {
              let data36 = data35.code;
              if (typeof data36 !== 'string') {
                const err51 = {
                  instancePath: instancePath + '/rules/' + i5 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.code.type,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data36,
                };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
              if (
                !(
                  data36 === 'alignment/*' ||
                  data36 === 'artifact/*' ||
                  data36 === 'config/*' ||
                  data36 === 'hyperparameter/*' ||
                  data36 === 'module/*' ||
                  data36 === 'policy/*' ||
                  data36 === 'registry/*' ||
                  data36 === 'step/*' ||
                  data36 === 'suppression/*' ||
                  data36 === 'tree/*' ||
                  data36 === 'workspace/*' ||
                  data36 === 'alignment/builder-method' ||
                  data36 === 'alignment/catalogue-index' ||
                  data36 === 'alignment/config-attribute' ||
                  data36 === 'alignment/contract-specification' ||
                  data36 === 'alignment/direct-input' ||
                  data36 === 'alignment/duplicate-name' ||
                  data36 === 'alignment/missing-export' ||
                  data36 === 'alignment/missing-module' ||
                  data36 === 'alignment/missing-name' ||
                  data36 === 'alignment/missing-source' ||
                  data36 === 'alignment/misspelt-variable' ||
                  data36 === 'alignment/property-path' ||
                  data36 === 'alignment/required-input' ||
                  data36 === 'alignment/script-argument' ||
                  data36 === 'alignment/script-path' ||
                  data36 === 'alignment/script-variable' ||
                  data36 === 'alignment/unknown-node' ||
                  data36 === 'alignment/unmapped-port' ||
                  data36 === 'alignment/unmet-dependency' ||
                  data36 === 'alignment/unset-variable' ||
                  data36 === 'alignment/unused-by-script' ||
                  data36 === 'artifact/commit-missing' ||
                  data36 === 'artifact/dead-plugin' ||
                  data36 === 'artifact/deprecated' ||
                  data36 === 'artifact/duplicate' ||
                  data36 === 'artifact/duplicate-uuid' ||
                  data36 === 'artifact/entry-invalid' ||
                  data36 === 'artifact/entry-point-missing' ||
                  data36 === 'artifact/hidden-version' ||
                  data36 === 'artifact/incompatible' ||
                  data36 === 'artifact/invalid-metadata' ||
                  data36 === 'artifact/missing-metadata' ||
                  data36 === 'artifact/missing-path' ||
                  data36 === 'artifact/name-mismatch' ||
                  data36 === 'artifact/placeholder' ||
                  data36 === 'artifact/registry-invalid' ||
                  data36 === 'artifact/summary-mismatch' ||
                  data36 === 'artifact/unlisted-version' ||
                  data36 === 'artifact/version-mismatch' ||
                  data36 === 'artifact/wip' ||
                  data36 === 'config/invalid' ||
                  data36 === 'hyperparameter/missing-module' ||
                  data36 === 'module/annotation-contradiction' ||
                  data36 === 'module/call-inputs' ||
                  data36 === 'module/case-collision' ||
                  data36 === 'module/configuration' ||
                  data36 === 'module/dependency-cycle' ||
                  data36 === 'module/dependency-shape' ||
                  data36 === 'module/deprecated' ||
                  data36 === 'module/duplicate-dependency' ||
                  data36 === 'module/duplicate-id' ||
                  data36 === 'module/duplicate-namespace' ||
                  data36 === 'module/entry-point' ||
                  data36 === 'module/execute-schema' ||
                  data36 === 'module/id-map' ||
                  data36 === 'module/invalid' ||
                  data36 === 'module/invalid-id' ||
                  data36 === 'module/metadata-overrides-code' ||
                  data36 === 'module/metadata-schema' ||
                  data36 === 'module/metadata-syntax' ||
                  data36 === 'module/missing-dependency' ||
                  data36 === 'module/optional-dependency-missing' ||
                  data36 === 'module/orphan-metadata' ||
                  data36 === 'module/scan' ||
                  data36 === 'module/unknown-reference' ||
                  data36 === 'module/version-constraint' ||
                  data36 === 'module/version-mismatch' ||
                  data36 === 'policy/violation' ||
                  data36 === 'registry/duplicate-key' ||
                  data36 === 'registry/hidden-characters' ||
                  data36 === 'registry/ignored-file' ||
                  data36 === 'registry/ignored-variable' ||
                  data36 === 'registry/load-error' ||
                  data36 === 'registry/merge-markers' ||
                  data36 === 'registry/missing-section' ||
                  data36 === 'registry/no-core' ||
                  data36 === 'registry/not-static' ||
                  data36 === 'registry/syntax-error' ||
                  data36 === 'registry/unreadable' ||
                  data36 === 'step/ambiguous-resolution' ||
                  data36 === 'step/builder-base' ||
                  data36 === 'step/component-conflict' ||
                  data36 === 'step/conflict' ||
                  data36 === 'step/dropped-field' ||
                  data36 === 'step/duplicate-builder' ||
                  data36 === 'step/duplicate-config-class' ||
                  data36 === 'step/duplicate-interface' ||
                  data36 === 'step/duplicate-spec-type' ||
                  data36 === 'step/entry-point-missing' ||
                  data36 === 'step/interface-alignment' ||
                  data36 === 'step/interface-invalid' ||
                  data36 === 'step/invalid-field-type' ||
                  data36 === 'step/invalid-name' ||
                  data36 === 'step/legacy-alias' ||
                  data36 === 'step/local-and-override' ||
                  data36 === 'step/missing-builder' ||
                  data36 === 'step/missing-component' ||
                  data36 === 'step/missing-config' ||
                  data36 === 'step/missing-field' ||
                  data36 === 'step/naming-convention' ||
                  data36 === 'step/not-a-mapping' ||
                  data36 === 'step/override-unknown' ||
                  data36 === 'step/pack-shadows-package' ||
                  data36 === 'step/shadows-core' ||
                  data36 === 'step/unknown-argument' ||
                  data36 === 'step/unknown-field' ||
                  data36 === 'step/unknown-reference' ||
                  data36 === 'step/unknown-sagemaker-type' ||
                  data36 === 'step/unknown-source' ||
                  data36 === 'step/unknown-strategy' ||
                  data36 === 'step/unmapped-file-name' ||
                  data36 === 'step/unregistered-builder' ||
                  data36 === 'suppression/unused' ||
                  data36 === 'tree/invalid' ||
                  data36 === 'tree/missing-artifact' ||
                  data36 === 'tree/stale-entry' ||
                  data36 === 'tree/untracked-file' ||
                  data36 === 'workspace/id-clash' ||
                  data36 === 'workspace/id-mismatch' ||
                  data36 === 'workspace/invalid-id' ||
                  data36 === 'workspace/invalid-metadata' ||
                  data36 === 'workspace/isolation' ||
                  data36 === 'workspace/merge-preview' ||
                  data36 === 'workspace/missing-directory'
                )
              ) {
                const err52 = {
                  instancePath: instancePath + '/rules/' + i5 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.code.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.code.enum,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data36,
                };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data35.severity !== undefined) {
              let data37 = data35.severity;
              if (typeof data37 !== 'string') {
                const err53 = {
                  instancePath: instancePath + '/rules/' + i5 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.severity.type,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data37,
                };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
              if (
                !(
                  data37 === 'error' ||
                  data37 === 'warning' ||
                  data37 === 'info' ||
                  data37 === 'hint' ||
                  data37 === 'off'
                )
              ) {
                const err54 = {
                  instancePath: instancePath + '/rules/' + i5 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.severity.enum,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data37,
                };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data35.paths !== undefined) {
              let data38 = data35.paths;
              if (Array.isArray(data38)) {
                const len6 = data38.length;
                for (let i6 = 0; i6 < len6; i6++) {
                  let data39 = data38[i6];
                  if (typeof data39 !== 'string') {
                    const err55 = {
                      instancePath: instancePath + '/rules/' + i5 + '/paths/' + i6,
                      schemaPath: '#/properties/rules/items/properties/paths/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.paths.items.type,
                      parentSchema: schema31.properties.rules.items.properties.paths.items,
                      data: data39,
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
                  instancePath: instancePath + '/rules/' + i5 + '/paths',
                  schemaPath: '#/properties/rules/items/properties/paths/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.paths.type,
                  parentSchema: schema31.properties.rules.items.properties.paths,
                  data: data38,
                };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data35.workspaces !== undefined) {
              let data40 = data35.workspaces;
              if (Array.isArray(data40)) {
                const len7 = data40.length;
                for (let i7 = 0; i7 < len7; i7++) {
                  let data41 = data40[i7];
                  if (typeof data41 !== 'string') {
                    const err57 = {
                      instancePath: instancePath + '/rules/' + i5 + '/workspaces/' + i7,
                      schemaPath: '#/properties/rules/items/properties/workspaces/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.workspaces.items.type,
                      parentSchema: schema31.properties.rules.items.properties.workspaces.items,
                      data: data41,
                    };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
              } else {
                const err58 = {
                  instancePath: instancePath + '/rules/' + i5 + '/workspaces',
                  schemaPath: '#/properties/rules/items/properties/workspaces/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.workspaces.type,
                  parentSchema: schema31.properties.rules.items.properties.workspaces,
                  data: data40,
                };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
          } else {
            const err59 = {
              instancePath: instancePath + '/rules/' + i5,
              schemaPath: '#/properties/rules/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.rules.items.type,
              parentSchema: schema31.properties.rules.items,
              data: data35,
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
          instancePath: instancePath + '/rules',
          schemaPath: '#/properties/rules/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.rules.type,
          parentSchema: schema31.properties.rules,
          data: data34,
        };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
  } else {
    const err61 = {
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
      vErrors = [err61];
    } else {
      vErrors.push(err61);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
