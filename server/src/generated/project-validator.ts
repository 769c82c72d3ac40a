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
              'module/*',
              'registry/*',
              'step/*',
              'suppression/*',
              'workspace/*',
              'config/invalid',
              'hyperparameter/missing-module',
              'module/annotation-contradiction',
              'module/case-collision',
              'module/configuration',
              'module/dependency-cycle',
              'module/dependency-shape',
              'module/deprecated',
              'module/duplicate-dependency',
              'module/duplicate-id',
              'module/duplicate-namespace',
              'module/entry-point',
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
              'module/version-constraint',
              'module/version-mismatch',
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
      if (!(
        key0 === 'core' ||
        key0 === 'workspaces' ||
        key0 === 'extensions' ||
        key0 === 'id_map' ||
        key0 === 'resolution' ||
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
    if (data.extensions !== undefined) {
      let data2 = data.extensions;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err3 = {
            instancePath: instancePath + '/extensions',
            schemaPath: '#/properties/extensions/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
            schema: 1,
            parentSchema: schema31.properties.extensions,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 !== 'string' && !(data3 && typeof data3 == 'object' && !Array.isArray(data3))) {
            const err4 = {
              instancePath: instancePath + '/extensions/' + i0,
              schemaPath: '#/properties/extensions/items/type',
              keyword: 'type',
              params: { type: schema31.properties.extensions.items.type },
              message: 'must be string,object',
              schema: schema31.properties.extensions.items.type,
              parentSchema: schema31.properties.extensions.items,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
            if (data3.root === undefined) {
              const err5 = {
                instancePath: instancePath + '/extensions/' + i0,
                schemaPath: '#/properties/extensions/items/required',
                keyword: 'required',
                params: { missingProperty: 'root' },
                message: "must have required property '" + 'root' + "'",
                schema: schema31.properties.extensions.items.required,
                parentSchema: schema31.properties.extensions.items,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (!(key1 === 'root' || key1 === 'namespace')) {
                const err6 = {
                  instancePath: instancePath + '/extensions/' + i0,
                  schemaPath: '#/properties/extensions/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.extensions.items,
                  data: data3,
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data3.root !== undefined) {
              let data4 = data3.root;
              if (typeof data4 !== 'string') {
                const err7 = {
                  instancePath: instancePath + '/extensions/' + i0 + '/root',
                  schemaPath: '#/properties/extensions/items/properties/root/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.extensions.items.properties.root.type,
                  parentSchema: schema31.properties.extensions.items.properties.root,
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
            if (data3.namespace !== undefined) {
              let data5 = data3.namespace;
              if (typeof data5 !== 'string') {
                const err8 = {
                  instancePath: instancePath + '/extensions/' + i0 + '/namespace',
                  schemaPath: '#/properties/extensions/items/properties/namespace/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.extensions.items.properties.namespace.type,
                  parentSchema: schema31.properties.extensions.items.properties.namespace,
                  data: data5,
                };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/extensions',
          schemaPath: '#/properties/extensions/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.extensions.type,
          parentSchema: schema31.properties.extensions,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.id_map !== undefined) {
      let data6 = data.id_map;
      if (typeof data6 !== 'string') {
        const err10 = {
          instancePath: instancePath + '/id_map',
          schemaPath: '#/properties/id_map/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.id_map.type,
          parentSchema: schema31.properties.id_map,
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
    if (data.resolution !== undefined) {
      let data7 = data.resolution;
      if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
        for (const key2 in data7) {
          if (!(
            key2 === 'profile' ||
            key2 === 'mode' ||
            key2 === 'preferred_frameworks' ||
            key2 === 'environment_preferences'
          )) {
            const err11 = {
              instancePath: instancePath + '/resolution',
              schemaPath: '#/properties/resolution/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.resolution,
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
        if (data7.profile !== undefined) {
          let data8 = data7.profile;
          if (typeof data8 !== 'string') {
            const err12 = {
              instancePath: instancePath + '/resolution/profile',
              schemaPath: '#/properties/resolution/properties/profile/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.resolution.properties.profile.type,
              parentSchema: schema31.properties.resolution.properties.profile,
              data: data8,
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (!(data8 === 'isolated' || data8 === 'hybrid' || data8 === 'intelligent')) {
            const err13 = {
              instancePath: instancePath + '/resolution/profile',
              schemaPath: '#/properties/resolution/properties/profile/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.resolution.properties.profile.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.resolution.properties.profile.enum,
              parentSchema: schema31.properties.resolution.properties.profile,
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
        if (data7.mode !== undefined) {
          let data9 = data7.mode;
          if (typeof data9 !== 'string') {
            const err14 = {
              instancePath: instancePath + '/resolution/mode',
              schemaPath: '#/properties/resolution/properties/mode/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.resolution.properties.mode.type,
              parentSchema: schema31.properties.resolution.properties.mode,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (!(data9 === 'automatic' || data9 === 'interactive' || data9 === 'strict')) {
            const err15 = {
              instancePath: instancePath + '/resolution/mode',
              schemaPath: '#/properties/resolution/properties/mode/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.resolution.properties.mode.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.resolution.properties.mode.enum,
              parentSchema: schema31.properties.resolution.properties.mode,
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
        if (data7.preferred_frameworks !== undefined) {
          let data10 = data7.preferred_frameworks;
          if (Array.isArray(data10)) {
            const len1 = data10.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data11 = data10[i1];
              if (typeof data11 !== 'string') {
                const err16 = {
                  instancePath: instancePath + '/resolution/preferred_frameworks/' + i1,
                  schemaPath: '#/properties/resolution/properties/preferred_frameworks/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.resolution.properties.preferred_frameworks.items.type,
                  parentSchema: schema31.properties.resolution.properties.preferred_frameworks.items,
                  data: data11,
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
              instancePath: instancePath + '/resolution/preferred_frameworks',
              schemaPath: '#/properties/resolution/properties/preferred_frameworks/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.resolution.properties.preferred_frameworks.type,
              parentSchema: schema31.properties.resolution.properties.preferred_frameworks,
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
        if (data7.environment_preferences !== undefined) {
          let data12 = data7.environment_preferences;
          if (Array.isArray(data12)) {
            const len2 = data12.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data13 = data12[i2];
              if (typeof data13 !== 'string') {
                const err18 = {
                  instancePath: instancePath + '/resolution/environment_preferences/' + i2,
                  schemaPath: '#/properties/resolution/properties/environment_preferences/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.resolution.properties.environment_preferences.items.type,
                  parentSchema: schema31.properties.resolution.properties.environment_preferences.items,
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
          } else {
            const err19 = {
              instancePath: instancePath + '/resolution/environment_preferences',
              schemaPath: '#/properties/resolution/properties/environment_preferences/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.resolution.properties.environment_preferences.type,
              parentSchema: schema31.properties.resolution.properties.environment_preferences,
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
      } else {
        const err20 = {
          instancePath: instancePath + '/resolution',
          schemaPath: '#/properties/resolution/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.resolution.type,
          parentSchema: schema31.properties.resolution,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.rules !== undefined) {
      let data14 = data.rules;
      if (Array.isArray(data14)) {
        const len3 = data14.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data15 = data14[i3];
          if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
            if (data15.code === undefined) {
              const err21 = {
                instancePath: instancePath + '/rules/' + i3,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data15.severity === undefined) {
              const err22 = {
                instancePath: instancePath + '/rules/' + i3,
                schemaPath: '#/properties/rules/items/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
                schema: schema31.properties.rules.items.required,
                parentSchema: schema31.properties.rules.items,
                data: data15,
              };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            for (const key3 in data15) {
              if (!(key3 === 'code' || key3 === 'severity' || key3 === 'paths' || key3 === 'workspaces')) {
                const err23 = {
                  instancePath: instancePath + '/rules/' + i3,
                  schemaPath: '#/properties/rules/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.rules.items,
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
            if (data15.code !== undefined) {
              let data16 = data15.code;
              if (typeof data16 !== 'string') {
                const err24 = {
                  instancePath: instancePath + '/rules/' + i3 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.code.type,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
              if (!(
                data16 === 'config/*' ||
                data16 === 'hyperparameter/*' ||
                data16 === 'module/*' ||
                data16 === 'registry/*' ||
                data16 === 'step/*' ||
                data16 === 'suppression/*' ||
                data16 === 'workspace/*' ||
                data16 === 'config/invalid' ||
                data16 === 'hyperparameter/missing-module' ||
                data16 === 'module/annotation-contradiction' ||
                data16 === 'module/case-collision' ||
                data16 === 'module/configuration' ||
                data16 === 'module/dependency-cycle' ||
                data16 === 'module/dependency-shape' ||
                data16 === 'module/deprecated' ||
                data16 === 'module/duplicate-dependency' ||
                data16 === 'module/duplicate-id' ||
                data16 === 'module/duplicate-namespace' ||
                data16 === 'module/entry-point' ||
                data16 === 'module/id-map' ||
                data16 === 'module/invalid' ||
                data16 === 'module/invalid-id' ||
                data16 === 'module/metadata-overrides-code' ||
                data16 === 'module/metadata-schema' ||
                data16 === 'module/metadata-syntax' ||
                data16 === 'module/missing-dependency' ||
                data16 === 'module/optional-dependency-missing' ||
                data16 === 'module/orphan-metadata' ||
                data16 === 'module/scan' ||
                data16 === 'module/version-constraint' ||
                data16 === 'module/version-mismatch' ||
                data16 === 'registry/duplicate-key' ||
                data16 === 'registry/ignored-file' ||
                data16 === 'registry/ignored-variable' ||
                data16 === 'registry/merge-markers' ||
                data16 === 'registry/missing-section' ||
                data16 === 'registry/no-core' ||
                data16 === 'registry/not-static' ||
                data16 === 'registry/syntax-error' ||
                data16 === 'registry/unreadable' ||
                data16 === 'step/ambiguous-resolution' ||
                data16 === 'step/builder-base' ||
                data16 === 'step/component-conflict' ||
                data16 === 'step/conflict' ||
                data16 === 'step/dropped-field' ||
                data16 === 'step/duplicate-builder' ||
                data16 === 'step/duplicate-config-class' ||
                data16 === 'step/duplicate-interface' ||
                data16 === 'step/duplicate-spec-type' ||
                data16 === 'step/entry-point-missing' ||
                data16 === 'step/interface-alignment' ||
                data16 === 'step/interface-invalid' ||
                data16 === 'step/invalid-field-type' ||
                data16 === 'step/invalid-name' ||
                data16 === 'step/legacy-alias' ||
                data16 === 'step/local-and-override' ||
                data16 === 'step/missing-builder' ||
                data16 === 'step/missing-component' ||
                data16 === 'step/missing-config' ||
                data16 === 'step/missing-field' ||
                data16 === 'step/naming-convention' ||
                data16 === 'step/not-a-mapping' ||
                data16 === 'step/override-unknown' ||
                data16 === 'step/pack-shadows-package' ||
                data16 === 'step/shadows-core' ||
                data16 === 'step/unknown-field' ||
                data16 === 'step/unknown-reference' ||
                data16 === 'step/unknown-sagemaker-type' ||
                data16 === 'step/unknown-source' ||
                data16 === 'step/unknown-strategy' ||
                data16 === 'step/unmapped-file-name' ||
                data16 === 'step/unregistered-builder' ||
                data16 === 'suppression/unused' ||
                data16 === 'workspace/id-clash' ||
                data16 === 'workspace/id-mismatch' ||
                data16 === 'workspace/invalid-id' ||
                data16 === 'workspace/invalid-metadata' ||
                data16 === 'workspace/isolation' ||
                data16 === 'workspace/missing-directory'
              )) {
                const err25 = {
                  instancePath: instancePath + '/rules/' + i3 + '/code',
                  schemaPath: '#/properties/rules/items/properties/code/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.code.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.code.enum,
                  parentSchema: schema31.properties.rules.items.properties.code,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data15.severity !== undefined) {
              let data17 = data15.severity;
              if (typeof data17 !== 'string') {
                const err26 = {
                  instancePath: instancePath + '/rules/' + i3 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.rules.items.properties.severity.type,
                  parentSchema: schema31.properties.rules.items.properties.severity,
                  data: data17,
                };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
              if (!(
                data17 === 'error' ||
                data17 === 'warning' ||
                data17 === 'info' ||
                data17 === 'hint' ||
                data17 === 'off'
              )) {
                const err27 = {
                  instancePath: instancePath + '/rules/' + i3 + '/severity',
                  schemaPath: '#/properties/rules/items/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.rules.items.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema31.properties.rules.items.properties.severity.enum,
                  parentSchema: schema31.properties.rules.items.properties.severity,
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
            if (data15.paths !== undefined) {
              let data18 = data15.paths;
              if (Array.isArray(data18)) {
                const len4 = data18.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data19 = data18[i4];
                  if (typeof data19 !== 'string') {
                    const err28 = {
                      instancePath: instancePath + '/rules/' + i3 + '/paths/' + i4,
                      schemaPath: '#/properties/rules/items/properties/paths/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.paths.items.type,
                      parentSchema: schema31.properties.rules.items.properties.paths.items,
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
              } else {
                const err29 = {
                  instancePath: instancePath + '/rules/' + i3 + '/paths',
                  schemaPath: '#/properties/rules/items/properties/paths/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.paths.type,
                  parentSchema: schema31.properties.rules.items.properties.paths,
                  data: data18,
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data15.workspaces !== undefined) {
              let data20 = data15.workspaces;
              if (Array.isArray(data20)) {
                const len5 = data20.length;
                for (let i5 = 0; i5 < len5; i5++) {
                  let data21 = data20[i5];
                  if (typeof data21 !== 'string') {
                    const err30 = {
                      instancePath: instancePath + '/rules/' + i3 + '/workspaces/' + i5,
                      schemaPath: '#/properties/rules/items/properties/workspaces/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema31.properties.rules.items.properties.workspaces.items.type,
                      parentSchema: schema31.properties.rules.items.properties.workspaces.items,
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
                  instancePath: instancePath + '/rules/' + i3 + '/workspaces',
                  schemaPath: '#/properties/rules/items/properties/workspaces/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema31.properties.rules.items.properties.workspaces.type,
                  parentSchema: schema31.properties.rules.items.properties.workspaces,
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
          } else {
            const err32 = {
              instancePath: instancePath + '/rules/' + i3,
              schemaPath: '#/properties/rules/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.rules.items.type,
              parentSchema: schema31.properties.rules.items,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = {
          instancePath: instancePath + '/rules',
          schemaPath: '#/properties/rules/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.rules.type,
          parentSchema: schema31.properties.rules,
          data: data14,
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
      vErrors = [err34];
    } else {
      vErrors.push(err34);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
