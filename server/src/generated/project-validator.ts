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
              'artifact/*',
              'config/*',
              'hyperparameter/*',
              'registry/*',
              'step/*',
              'suppression/*',
              'tree/*',
              'workspace/*',
              'artifact/commit-missing',
              'artifact/deprecated',
              'artifact/duplicate',
              'artifact/duplicate-uuid',
              'artifact/entry-invalid',
              'artifact/entry-point-missing',
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
              'registry/duplicate-key',
              'registry/ignored-file',
              'registry/ignored-variable',
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
      if (!(
        key0 === 'core' ||
        key0 === 'workspaces' ||
        key0 === 'resolution' ||
        key0 === 'artifacts' ||
        key0 === 'rules'
      )) {
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
    if (data.resolution !== undefined) {
      let data2 = data.resolution;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(
            key1 === 'profile' ||
            key1 === 'mode' ||
            key1 === 'preferred_frameworks' ||
            key1 === 'environment_preferences'
          )) {
            const err3 = {
              instancePath: instancePath + '/resolution',
              schemaPath: '#/properties/resolution/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.resolution,
              data: data2,
            };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data2.profile !== undefined) {
          let data3 = data2.profile;
          if (typeof data3 !== 'string') {
            const err4 = {
              instancePath: instancePath + '/resolution/profile',
              schemaPath: '#/properties/resolution/properties/profile/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.resolution.properties.profile.type,
              parentSchema: schema31.properties.resolution.properties.profile,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (!(data3 === 'isolated' || data3 === 'hybrid' || data3 === 'intelligent')) {
            const err5 = {
              instancePath: instancePath + '/resolution/profile',
              schemaPath: '#/properties/resolution/properties/profile/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.resolution.properties.profile.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.resolution.properties.profile.enum,
              parentSchema: schema31.properties.resolution.properties.profile,
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
        if (data2.mode !== undefined) {
          let data4 = data2.mode;
          if (typeof data4 !== 'string') {
            const err6 = {
              instancePath: instancePath + '/resolution/mode',
              schemaPath: '#/properties/resolution/properties/mode/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.resolution.properties.mode.type,
              parentSchema: schema31.properties.resolution.properties.mode,
              data: data4,
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (!(data4 === 'automatic' || data4 === 'interactive' || data4 === 'strict')) {
            const err7 = {
              instancePath: instancePath + '/resolution/mode',
              schemaPath: '#/properties/resolution/properties/mode/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.resolution.properties.mode.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.resolution.properties.mode.enum,
              parentSchema: schema31.properties.resolution.properties.mode,
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
        if (data2.preferred_frameworks !== undefined) {
          let data5 = data2.preferred_frameworks;
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 !== 'string') {
                const err8 = {
                  instancePath: instancePath + '/resolution/preferred_frameworks/' + i0,
                  schemaPath: '#/properties/resolution/properties/preferred_frameworks/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.resolution.properties.preferred_frameworks.items.type,
                  parentSchema: schema31.properties.resolution.properties.preferred_frameworks.items,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
          } else {
            const err9 = {
              instancePath: instancePath + '/resolution/preferred_frameworks',
              schemaPath: '#/properties/resolution/properties/preferred_frameworks/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.resolution.properties.preferred_frameworks.type,
              parentSchema: schema31.properties.resolution.properties.preferred_frameworks,
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
        if (data2.environment_preferences !== undefined) {
          let data7 = data2.environment_preferences;
          if (Array.isArray(data7)) {
            const len1 = data7.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data8 = data7[i1];
              if (typeof data8 !== 'string') {
                const err10 = {
                  instancePath: instancePath + '/resolution/environment_preferences/' + i1,
                  schemaPath: '#/properties/resolution/properties/environment_preferences/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.resolution.properties.environment_preferences.items.type,
                  parentSchema: schema31.properties.resolution.properties.environment_preferences.items,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
          } else {
            const err11 = {
              instancePath: instancePath + '/resolution/environment_preferences',
              schemaPath: '#/properties/resolution/properties/environment_preferences/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.resolution.properties.environment_preferences.type,
              parentSchema: schema31.properties.resolution.properties.environment_preferences,
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
          instancePath: instancePath + '/resolution',
          schemaPath: '#/properties/resolution/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.resolution.type,
          parentSchema: schema31.properties.resolution,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.artifacts !== undefined) {
      let data9 = data.artifacts;
      if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
        for (const key2 in data9) {
          if (!(
            key2 === 'registries' ||
            key2 === 'policy' ||
            key2 === 'pins' ||
            key2 === 'aliases' ||
            key2 === 'trust_field' ||
            key2 === 'include_wip'
          )) {
            const err13 = {
              instancePath: instancePath + '/artifacts',
              schemaPath: '#/properties/artifacts/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.artifacts,
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
        if (data9.registries !== undefined) {
          let data10 = data9.registries;
          if (Array.isArray(data10)) {
            const len2 = data10.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data11 = data10[i2];
              if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                if (data11.path === undefined) {
                  const err14 = {
                    instancePath: instancePath + '/artifacts/registries/' + i2,
                    schemaPath: '#/properties/artifacts/properties/registries/items/required',
                    keyword: 'required',
                    params: { missingProperty: 'path' },
                    message: "must have required property '" + 'path' + "'",
                    schema: schema31.properties.artifacts.properties.registries.items.required,
                    parentSchema: schema31.properties.artifacts.properties.registries.items,
                    data: data11,
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                for (const key3 in data11) {
                  if (!(key3 === 'path' || key3 === 'scope' || key3 === 'precedence' || key3 === 'namespace')) {
                    const err15 = {
                      instancePath: instancePath + '/artifacts/registries/' + i2,
                      schemaPath: '#/properties/artifacts/properties/registries/items/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key3 },
                      message: 'must NOT have additional properties',
                      schema: false,
                      parentSchema: schema31.properties.artifacts.properties.registries.items,
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
                if (data11.path !== undefined) {
                  let data12 = data11.path;
                  if (typeof data12 !== 'string') {
                    const err16 = {
                      instancePath: instancePath + '/artifacts/registries/' + i2 + '/path',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/path/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.path.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.path,
                      data: data12,
                    };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
                if (data11.scope !== undefined) {
                  let data13 = data11.scope;
                  if (typeof data13 !== 'string') {
                    const err17 = {
                      instancePath: instancePath + '/artifacts/registries/' + i2 + '/scope',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/scope/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.scope.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.scope,
                      data: data13,
                    };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                  if (!(data13 === 'core' || data13 === 'plugin' || data13 === 'local')) {
                    const err18 = {
                      instancePath: instancePath + '/artifacts/registries/' + i2 + '/scope',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/scope/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema31.properties.artifacts.properties.registries.items.properties.scope.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.scope.enum,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.scope,
                      data: data13,
                    };
                    if (vErrors === null) {
                      vErrors = [err18];
                    } else {
                      vErrors.push(err18);
                    }
                    errors++;
                  }
                }
                if (data11.precedence !== undefined) {
                  let data14 = data11.precedence;
                  if (!(typeof data14 == 'number' && isFinite(data14))) {
                    const err19 = {
                      instancePath: instancePath + '/artifacts/registries/' + i2 + '/precedence',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/precedence/type',
                      keyword: 'type',
                      params: { type: 'number' },
                      message: 'must be number',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.precedence.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.precedence,
                      data: data14,
                    };
                    if (vErrors === null) {
                      vErrors = [err19];
                    } else {
                      vErrors.push(err19);
                    }
                    errors++;
                  }
                }
                if (data11.namespace !== undefined) {
                  let data15 = data11.namespace;
                  if (typeof data15 !== 'string') {
                    const err20 = {
                      instancePath: instancePath + '/artifacts/registries/' + i2 + '/namespace',
                      schemaPath: '#/properties/artifacts/properties/registries/items/properties/namespace/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.artifacts.properties.registries.items.properties.namespace.type,
                      parentSchema: schema31.properties.artifacts.properties.registries.items.properties.namespace,
                      data: data15,
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
                  instancePath: instancePath + '/artifacts/registries/' + i2,
                  schemaPath: '#/properties/artifacts/properties/registries/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.artifacts.properties.registries.items.type,
                  parentSchema: schema31.properties.artifacts.properties.registries.items,
                  data: data11,
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
              instancePath: instancePath + '/artifacts/registries',
              schemaPath: '#/properties/artifacts/properties/registries/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.artifacts.properties.registries.type,
              parentSchema: schema31.properties.artifacts.properties.registries,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data9.policy !== undefined) {
          let data16 = data9.policy;
          if (typeof data16 !== 'string') {
            const err23 = {
              instancePath: instancePath + '/artifacts/policy',
              schemaPath: '#/properties/artifacts/properties/policy/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.artifacts.properties.policy.type,
              parentSchema: schema31.properties.artifacts.properties.policy,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (!(data16 === 'latest' || data16 === 'highest_trust' || data16 === 'exact' || data16 === 'pinned')) {
            const err24 = {
              instancePath: instancePath + '/artifacts/policy',
              schemaPath: '#/properties/artifacts/properties/policy/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.artifacts.properties.policy.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.artifacts.properties.policy.enum,
              parentSchema: schema31.properties.artifacts.properties.policy,
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
        if (data9.pins !== undefined) {
          let data17 = data9.pins;
          if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
            for (const key4 in data17) {
              let data18 = data17[key4];
              if (typeof data18 !== 'string') {
                const err25 = {
                  instancePath: instancePath + '/artifacts/pins/' + key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/artifacts/properties/pins/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.artifacts.properties.pins.additionalProperties.type,
                  parentSchema: schema31.properties.artifacts.properties.pins.additionalProperties,
                  data: data18,
                };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
          } else {
            const err26 = {
              instancePath: instancePath + '/artifacts/pins',
              schemaPath: '#/properties/artifacts/properties/pins/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.artifacts.properties.pins.type,
              parentSchema: schema31.properties.artifacts.properties.pins,
              data: data17,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data9.aliases !== undefined) {
          let data19 = data9.aliases;
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            for (const key5 in data19) {
              let data20 = data19[key5];
              if (typeof data20 !== 'string') {
                const err27 = {
                  instancePath: instancePath + '/artifacts/aliases/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/artifacts/properties/aliases/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.artifacts.properties.aliases.additionalProperties.type,
                  parentSchema: schema31.properties.artifacts.properties.aliases.additionalProperties,
                  data: data20,
                };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
          } else {
            const err28 = {
              instancePath: instancePath + '/artifacts/aliases',
              schemaPath: '#/properties/artifacts/properties/aliases/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.artifacts.properties.aliases.type,
              parentSchema: schema31.properties.artifacts.properties.aliases,
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
        if (data9.trust_field !== undefined) {
          let data21 = data9.trust_field;
          if (typeof data21 !== 'string') {
            const err29 = {
              instancePath: instancePath + '/artifacts/trust_field',
              schemaPath: '#/properties/artifacts/properties/trust_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.artifacts.properties.trust_field.type,
              parentSchema: schema31.properties.artifacts.properties.trust_field,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data9.include_wip !== undefined) {
          let data22 = data9.include_wip;
          if (typeof data22 !== 'boolean') {
            const err30 = {
              instancePath: instancePath + '/artifacts/include_wip',
              schemaPath: '#/properties/artifacts/properties/include_wip/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.artifacts.properties.include_wip.type,
              parentSchema: schema31.properties.artifacts.properties.include_wip,
              data: data22,
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
          instancePath: instancePath + '/artifacts',
          schemaPath: '#/properties/artifacts/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.artifacts.type,
          parentSchema: schema31.properties.artifacts,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.rules !== undefined) {
      let data23 = data.rules;
      if (Array.isArray(data23)) {
        const len3 = data23.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data24 = data23[i3];
          if (data24 && typeof data24 == 'object' && !Array.isArray(data24)) {
            if (data24.code === undefined) {
              const err32 = {
                instancePath: instancePath + '/rules/' + i3,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data24.severity === undefined) {
              const err33 = {
                instancePath: instancePath + '/rules/' + i3,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data24,
              };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            for (const key6 in data24) {
              if (!(key6 === 'code' || key6 === 'severity' || key6 === 'paths' || key6 === 'workspaces')) {
                const err34 = {
                  instancePath: instancePath + '/rules/' + i3,
                  schemaPath: '#/properties/rules/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key6 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.rules.items,
                  data: data24,
                };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data24.code !== undefined) {
              let data25 = data24.code;
              if (typeof data25 !== 'string') {
                const err35 = {
                  instancePath: instancePath + '/rules/' + i3 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.code.type,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data25,
                };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
              if (!(
                data25 === 'artifact/*' ||
                data25 === 'config/*' ||
                data25 === 'hyperparameter/*' ||
                data25 === 'registry/*' ||
                data25 === 'step/*' ||
                data25 === 'suppression/*' ||
                data25 === 'tree/*' ||
                data25 === 'workspace/*' ||
                data25 === 'artifact/commit-missing' ||
                data25 === 'artifact/deprecated' ||
                data25 === 'artifact/duplicate' ||
                data25 === 'artifact/duplicate-uuid' ||
                data25 === 'artifact/entry-invalid' ||
                data25 === 'artifact/entry-point-missing' ||
                data25 === 'artifact/incompatible' ||
                data25 === 'artifact/invalid-metadata' ||
                data25 === 'artifact/missing-metadata' ||
                data25 === 'artifact/missing-path' ||
                data25 === 'artifact/name-mismatch' ||
                data25 === 'artifact/placeholder' ||
                data25 === 'artifact/registry-invalid' ||
                data25 === 'artifact/summary-mismatch' ||
                data25 === 'artifact/unlisted-version' ||
                data25 === 'artifact/version-mismatch' ||
                data25 === 'artifact/wip' ||
                data25 === 'config/invalid' ||
                data25 === 'hyperparameter/missing-module' ||
                data25 === 'registry/duplicate-key' ||
                data25 === 'registry/ignored-file' ||
                data25 === 'registry/ignored-variable' ||
                data25 === 'registry/merge-markers' ||
                data25 === 'registry/missing-section' ||
                data25 === 'registry/no-core' ||
                data25 === 'registry/not-static' ||
                data25 === 'registry/syntax-error' ||
                data25 === 'registry/unreadable' ||
                data25 === 'step/ambiguous-resolution' ||
                data25 === 'step/builder-base' ||
                data25 === 'step/component-conflict' ||
                data25 === 'step/conflict' ||
                data25 === 'step/dropped-field' ||
                data25 === 'step/duplicate-builder' ||
                data25 === 'step/duplicate-config-class' ||
                data25 === 'step/duplicate-interface' ||
                data25 === 'step/duplicate-spec-type' ||
                data25 === 'step/entry-point-missing' ||
                data25 === 'step/interface-alignment' ||
                data25 === 'step/interface-invalid' ||
                data25 === 'step/invalid-field-type' ||
                data25 === 'step/invalid-name' ||
                data25 === 'step/legacy-alias' ||
                data25 === 'step/local-and-override' ||
                data25 === 'step/missing-builder' ||
                data25 === 'step/missing-component' ||
                data25 === 'step/missing-config' ||
                data25 === 'step/missing-field' ||
                data25 === 'step/naming-convention' ||
                data25 === 'step/not-a-mapping' ||
                data25 === 'step/override-unknown' ||
                data25 === 'step/pack-shadows-package' ||
                data25 === 'step/shadows-core' ||
                data25 === 'step/unknown-field' ||
                data25 === 'step/unknown-reference' ||
                data25 === 'step/unknown-sagemaker-type' ||
                data25 === 'step/unknown-source' ||
                data25 === 'step/unknown-strategy' ||
                data25 === 'step/unmapped-file-name' ||
                data25 === 'step/unregistered-builder' ||
                data25 === 'suppression/unused' ||
                data25 === 'tree/invalid' ||
                data25 === 'tree/missing-artifact' ||
                data25 === 'tree/stale-entry' ||
                data25 === 'tree/untracked-file' ||
                data25 === 'workspace/id-clash' ||
                data25 === 'workspace/id-mismatch' ||
                data25 === 'workspace/invalid-id' ||
                data25 === 'workspace/invalid-metadata' ||
                data25 === 'workspace/isolation' ||
                data25 === 'workspace/missing-directory'
              )) {
                const err36 = {
                  instancePath: instancePath + '/rules/' + i3 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.code.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.code.enum,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data25,
                };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data24.severity !== undefined) {
              let data26 = data24.severity;
              if (typeof data26 !== 'string') {
                const err37 = {
                  instancePath: instancePath + '/rules/' + i3 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.severity.type,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data26,
                };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
              if (!(
                data26 === 'error' ||
                data26 === 'warning' ||
                data26 === 'info' ||
                data26 === 'hint' ||
                data26 === 'off'
              )) {
                const err38 = {
                  instancePath: instancePath + '/rules/' + i3 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.severity.enum,
                  parentSchema: schema31.properties.rules.items.properties.severity,
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
            if (data24.paths !== undefined) {
              let data27 = data24.paths;
              if (Array.isArray(data27)) {
                const len4 = data27.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data28 = data27[i4];
                  if (typeof data28 !== 'string') {
                    const err39 = {
                      instancePath: instancePath + '/rules/' + i3 + '/paths/' + i4,
                      schemaPath: '#/properties/rules/items/properties/paths/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.paths.items.type,
                      parentSchema: schema31.properties.rules.items.properties.paths.items,
                      data: data28,
                    };
                    if (vErrors === null) {
                      vErrors = [err39];
                    } else {
                      vErrors.push(err39);
                    }
                    errors++;
                  }
                }
              } else {
                const err40 = {
                  instancePath: instancePath + '/rules/' + i3 + '/paths',
                  schemaPath: '#/properties/rules/items/properties/paths/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.paths.type,
                  parentSchema: schema31.properties.rules.items.properties.paths,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data24.workspaces !== undefined) {
              let data29 = data24.workspaces;
              if (Array.isArray(data29)) {
                const len5 = data29.length;
                for (let i5 = 0; i5 < len5; i5++) {
                  let data30 = data29[i5];
                  if (typeof data30 !== 'string') {
                    const err41 = {
                      instancePath: instancePath + '/rules/' + i3 + '/workspaces/' + i5,
                      schemaPath: '#/properties/rules/items/properties/workspaces/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.workspaces.items.type,
                      parentSchema: schema31.properties.rules.items.properties.workspaces.items,
                      data: data30,
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
                  instancePath: instancePath + '/rules/' + i3 + '/workspaces',
                  schemaPath: '#/properties/rules/items/properties/workspaces/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.workspaces.type,
                  parentSchema: schema31.properties.rules.items.properties.workspaces,
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
          } else {
            const err43 = {
              instancePath: instancePath + '/rules/' + i3,
              schemaPath: '#/properties/rules/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.rules.items.type,
              parentSchema: schema31.properties.rules.items,
              data: data24,
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
          instancePath: instancePath + '/rules',
          schemaPath: '#/properties/rules/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.rules.type,
          parentSchema: schema31.properties.rules,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
  } else {
    const err45 = {
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
      vErrors = [err45];
    } else {
      vErrors.push(err45);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
