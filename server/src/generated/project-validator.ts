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
              'config/*',
              'hyperparameter/*',
              'registry/*',
              'step/*',
              'suppression/*',
              'workspace/*',
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
      if (!(key0 === 'core' || key0 === 'workspaces' || key0 === 'resolution' || key0 === 'rules')) {
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
    if (data.rules !== undefined) {
      let data9 = data.rules;
      if (Array.isArray(data9)) {
        const len2 = data9.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data10 = data9[i2];
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.code === undefined) {
              const err13 = {
                instancePath: instancePath + '/rules/' + i2,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data10,
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data10.severity === undefined) {
              const err14 = {
                instancePath: instancePath + '/rules/' + i2,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data10,
              };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            for (const key2 in data10) {
              if (!(key2 === 'code' || key2 === 'severity' || key2 === 'paths' || key2 === 'workspaces')) {
                const err15 = {
                  instancePath: instancePath + '/rules/' + i2,
                  schemaPath: '#/properties/rules/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key2 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.rules.items,
                  data: data10,
                };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data10.code !== undefined) {
              let data11 = data10.code;
              if (typeof data11 !== 'string') {
                const err16 = {
                  instancePath: instancePath + '/rules/' + i2 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.code.type,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data11,
                };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
              if (!(
                data11 === 'config/*' ||
                data11 === 'hyperparameter/*' ||
                data11 === 'registry/*' ||
                data11 === 'step/*' ||
                data11 === 'suppression/*' ||
                data11 === 'workspace/*' ||
                data11 === 'config/invalid' ||
                data11 === 'hyperparameter/missing-module' ||
                data11 === 'registry/duplicate-key' ||
                data11 === 'registry/ignored-file' ||
                data11 === 'registry/ignored-variable' ||
                data11 === 'registry/merge-markers' ||
                data11 === 'registry/missing-section' ||
                data11 === 'registry/no-core' ||
                data11 === 'registry/not-static' ||
                data11 === 'registry/syntax-error' ||
                data11 === 'registry/unreadable' ||
                data11 === 'step/ambiguous-resolution' ||
                data11 === 'step/builder-base' ||
                data11 === 'step/component-conflict' ||
                data11 === 'step/conflict' ||
                data11 === 'step/dropped-field' ||
                data11 === 'step/duplicate-builder' ||
                data11 === 'step/duplicate-config-class' ||
                data11 === 'step/duplicate-interface' ||
                data11 === 'step/duplicate-spec-type' ||
                data11 === 'step/entry-point-missing' ||
                data11 === 'step/interface-alignment' ||
                data11 === 'step/interface-invalid' ||
                data11 === 'step/invalid-field-type' ||
                data11 === 'step/invalid-name' ||
                data11 === 'step/legacy-alias' ||
                data11 === 'step/local-and-override' ||
                data11 === 'step/missing-builder' ||
                data11 === 'step/missing-component' ||
                data11 === 'step/missing-config' ||
                data11 === 'step/missing-field' ||
                data11 === 'step/naming-convention' ||
                data11 === 'step/not-a-mapping' ||
                data11 === 'step/override-unknown' ||
                data11 === 'step/pack-shadows-package' ||
                data11 === 'step/shadows-core' ||
                data11 === 'step/unknown-field' ||
                data11 === 'step/unknown-reference' ||
                data11 === 'step/unknown-sagemaker-type' ||
                data11 === 'step/unknown-source' ||
                data11 === 'step/unknown-strategy' ||
                data11 === 'step/unmapped-file-name' ||
                data11 === 'step/unregistered-builder' ||
                data11 === 'suppression/unused' ||
                data11 === 'workspace/id-clash' ||
                data11 === 'workspace/id-mismatch' ||
                data11 === 'workspace/invalid-id' ||
                data11 === 'workspace/invalid-metadata' ||
                data11 === 'workspace/isolation' ||
                data11 === 'workspace/missing-directory'
              )) {
                const err17 = {
                  instancePath: instancePath + '/rules/' + i2 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.code.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.code.enum,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data11,
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data10.severity !== undefined) {
              let data12 = data10.severity;
              if (typeof data12 !== 'string') {
                const err18 = {
                  instancePath: instancePath + '/rules/' + i2 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.severity.type,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data12,
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
              if (!(
                data12 === 'error' ||
                data12 === 'warning' ||
                data12 === 'info' ||
                data12 === 'hint' ||
                data12 === 'off'
              )) {
                const err19 = {
                  instancePath: instancePath + '/rules/' + i2 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.severity.enum,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data12,
                };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data10.paths !== undefined) {
              let data13 = data10.paths;
              if (Array.isArray(data13)) {
                const len3 = data13.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data14 = data13[i3];
                  if (typeof data14 !== 'string') {
                    const err20 = {
                      instancePath: instancePath + '/rules/' + i2 + '/paths/' + i3,
                      schemaPath: '#/properties/rules/items/properties/paths/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.paths.items.type,
                      parentSchema: schema31.properties.rules.items.properties.paths.items,
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
                  instancePath: instancePath + '/rules/' + i2 + '/paths',
                  schemaPath: '#/properties/rules/items/properties/paths/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.paths.type,
                  parentSchema: schema31.properties.rules.items.properties.paths,
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
            if (data10.workspaces !== undefined) {
              let data15 = data10.workspaces;
              if (Array.isArray(data15)) {
                const len4 = data15.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data16 = data15[i4];
                  if (typeof data16 !== 'string') {
                    const err22 = {
                      instancePath: instancePath + '/rules/' + i2 + '/workspaces/' + i4,
                      schemaPath: '#/properties/rules/items/properties/workspaces/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.workspaces.items.type,
                      parentSchema: schema31.properties.rules.items.properties.workspaces.items,
                      data: data16,
                    };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
              } else {
                const err23 = {
                  instancePath: instancePath + '/rules/' + i2 + '/workspaces',
                  schemaPath: '#/properties/rules/items/properties/workspaces/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.workspaces.type,
                  parentSchema: schema31.properties.rules.items.properties.workspaces,
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
          } else {
            const err24 = {
              instancePath: instancePath + '/rules/' + i2,
              schemaPath: '#/properties/rules/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.rules.items.type,
              parentSchema: schema31.properties.rules.items,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = {
          instancePath: instancePath + '/rules',
          schemaPath: '#/properties/rules/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.rules.type,
          parentSchema: schema31.properties.rules,
          data: data9,
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
      vErrors = [err26];
    } else {
      vErrors.push(err26);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
