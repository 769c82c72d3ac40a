// Generated from schemas/step-interface.schema.json by `npm run gen`; edit that.
// @ts-nocheck
import type { Validator } from '../syntax/schema';
export const validate: Validator = validate20;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['step_type', 'contract'],
  properties: {
    step_type: { type: 'string' },
    node_type: { type: 'string', enum: ['internal', 'source', 'sink', 'singular'] },
    registry: {
      type: 'object',
      properties: {
        sagemaker_step_type: {
          type: 'string',
          enum: [
            'Base',
            'CradleDataLoading',
            'CreateModel',
            'Lambda',
            'MimsModelRegistrationProcessing',
            'Processing',
            'RedshiftDataLoading',
            'RegisterModel',
            'Training',
            'Transform',
            'Tuning',
            'Utility',
          ],
        },
        description: { type: 'string' },
        requires: { type: 'string' },
        config_class: { type: 'string' },
        builder_step_name: { type: 'string' },
      },
    },
    compute: {
      type: 'object',
      properties: {
        kind: {
          type: 'string',
          enum: ['sklearn', 'xgboost', 'framework', 'script', 'estimator', 'model', 'transformer', 'byo_container'],
        },
        sdk_class: { type: 'string' },
        framework_name: { type: 'string' },
        framework_version_field: { type: 'string' },
        framework_version_default: { type: 'string' },
        py_version_field: { type: 'string' },
        image_uri_field: { type: 'string' },
        container_entrypoint: { type: 'array', items: { type: 'string' } },
        retrieve_image: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        lock_training_region: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        kms_network: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        network_mode: { type: 'string' },
        subnets_field: { type: 'string' },
        security_group_ids_field: { type: 'string' },
        requires: { type: 'string' },
      },
    },
    patterns: {
      type: 'object',
      properties: {
        step_assembly: { type: 'string', enum: ['code', 'step_args', 'delegation'] },
        direct_input_keys: { type: 'array', items: { type: 'string' } },
        include_job_type_in_path: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
      },
    },
    contract: { $ref: '#/$defs/contract' },
    spec: { $ref: '#/$defs/spec' },
    variants: { type: 'object', additionalProperties: { type: 'object' } },
  },
  $defs: {
    contract: {
      type: 'object',
      properties: {
        entry_point: { type: ['string', 'null'], pattern: '\\.py$', 'x-pattern': 'the name of a Python file, or null' },
        inputs: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              path: {
                type: ['string', 'null'],
                pattern: '^/opt/ml/(processing/|input/data|input/config|code)',
                'x-pattern':
                  'a path below /opt/ml/processing/, /opt/ml/input/data, /opt/ml/input/config or /opt/ml/code',
              },
              required: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
              channels: { type: 'array', items: { type: 'string' } },
            },
          },
        },
        outputs: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              path: {
                type: ['string', 'null'],
                pattern: '^/opt/ml/(processing/|model|output/data|checkpoints)',
                'x-pattern':
                  'a path below /opt/ml/processing/, /opt/ml/model, /opt/ml/output/data or /opt/ml/checkpoints',
              },
            },
          },
        },
        arguments: { type: 'object' },
        job_arguments: {
          type: 'array',
          items: { type: 'object', properties: { flag: { type: 'string' }, source: { type: 'string' } } },
        },
        env_vars: {
          type: 'object',
          properties: { required: { type: 'array', items: { type: 'string' } }, optional: { type: 'object' } },
        },
        framework_requirements: { type: 'object' },
        description: { type: 'string' },
        source_dir: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        sink: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        circular_ref_check: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        include_job_type_in_path: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        output_path_token: { type: 'string' },
        skip_inputs: { type: 'array', items: { type: 'string' } },
        input_source_overrides: { type: 'object' },
        computed_env_paths: { type: 'object' },
        runtime_requires: { type: 'array', items: { type: 'string' } },
      },
    },
    spec: {
      type: 'object',
      properties: {
        dependencies: { type: 'object', additionalProperties: { $ref: '#/$defs/dependency' } },
        outputs: { type: 'object', additionalProperties: { $ref: '#/$defs/output' } },
      },
    },
    dependency: {
      type: 'object',
      properties: {
        type: {
          type: 'string',
          enum: [
            'model_artifacts',
            'processing_output',
            'training_data',
            'hyperparameters',
            'payload_samples',
            'custom_property',
          ],
        },
        required: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
        compatible_sources: { type: 'array', items: { type: 'string' } },
        semantic_keywords: { type: 'array', items: { type: 'string' } },
        data_type: { type: 'string' },
        description: { type: 'string' },
      },
    },
    output: {
      type: 'object',
      properties: {
        type: {
          type: 'string',
          enum: [
            'model_artifacts',
            'processing_output',
            'training_data',
            'hyperparameters',
            'payload_samples',
            'custom_property',
          ],
        },
        property_path: { type: 'string' },
        aliases: { type: 'array', items: { type: 'string' } },
        semantic_keywords: { type: 'array', items: { type: 'string' } },
        data_type: { type: 'string' },
        description: { type: 'string' },
      },
    },
  },
};
const schema32 = {
  type: 'object',
  properties: {
    entry_point: { type: ['string', 'null'], pattern: '\\.py$', 'x-pattern': 'the name of a Python file, or null' },
    inputs: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          path: {
            type: ['string', 'null'],
            pattern: '^/opt/ml/(processing/|input/data|input/config|code)',
            'x-pattern': 'a path below /opt/ml/processing/, /opt/ml/input/data, /opt/ml/input/config or /opt/ml/code',
          },
          required: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
          channels: { type: 'array', items: { type: 'string' } },
        },
      },
    },
    outputs: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          path: {
            type: ['string', 'null'],
            pattern: '^/opt/ml/(processing/|model|output/data|checkpoints)',
            'x-pattern': 'a path below /opt/ml/processing/, /opt/ml/model, /opt/ml/output/data or /opt/ml/checkpoints',
          },
        },
      },
    },
    arguments: { type: 'object' },
    job_arguments: {
      type: 'array',
      items: { type: 'object', properties: { flag: { type: 'string' }, source: { type: 'string' } } },
    },
    env_vars: {
      type: 'object',
      properties: { required: { type: 'array', items: { type: 'string' } }, optional: { type: 'object' } },
    },
    framework_requirements: { type: 'object' },
    description: { type: 'string' },
    source_dir: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
    sink: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
    circular_ref_check: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
    include_job_type_in_path: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
    output_path_token: { type: 'string' },
    skip_inputs: { type: 'array', items: { type: 'string' } },
    input_source_overrides: { type: 'object' },
    computed_env_paths: { type: 'object' },
    runtime_requires: { type: 'array', items: { type: 'string' } },
  },
};
const pattern4 = new RegExp('\\.py$', 'u');
const pattern5 = new RegExp('^/opt/ml/(processing/|input/data|input/config|code)', 'u');
const pattern6 = new RegExp('^/opt/ml/(processing/|model|output/data|checkpoints)', 'u');
const schema33 = {
  type: 'object',
  properties: {
    dependencies: { type: 'object', additionalProperties: { $ref: '#/$defs/dependency' } },
    outputs: { type: 'object', additionalProperties: { $ref: '#/$defs/output' } },
  },
};
const schema34 = {
  type: 'object',
  properties: {
    type: {
      type: 'string',
      enum: [
        'model_artifacts',
        'processing_output',
        'training_data',
        'hyperparameters',
        'payload_samples',
        'custom_property',
      ],
    },
    required: { type: ['boolean', 'integer', 'string'], 'x-type': 'boolean' },
    compatible_sources: { type: 'array', items: { type: 'string' } },
    semantic_keywords: { type: 'array', items: { type: 'string' } },
    data_type: { type: 'string' },
    description: { type: 'string' },
  },
};
const schema35 = {
  type: 'object',
  properties: {
    type: {
      type: 'string',
      enum: [
        'model_artifacts',
        'processing_output',
        'training_data',
        'hyperparameters',
        'payload_samples',
        'custom_property',
      ],
    },
    property_path: { type: 'string' },
    aliases: { type: 'array', items: { type: 'string' } },
    semantic_keywords: { type: 'array', items: { type: 'string' } },
    data_type: { type: 'string' },
    description: { type: 'string' },
  },
};
function validate21(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.dependencies !== undefined) {
      let data0 = data.dependencies;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key0 in data0) {
          let data1 = data0[key0];
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.type !== undefined) {
              let data2 = data1.type;
              if (typeof data2 !== 'string') {
                const err0 = {
                  instancePath:
                    instancePath + '/dependencies/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
                  schemaPath: '#/$defs/dependency/properties/type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.type.type,
                  parentSchema: schema34.properties.type,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err0];
                } else {
                  vErrors.push(err0);
                }
                errors++;
              }
              if (
                !(
                  data2 === 'model_artifacts' ||
                  data2 === 'processing_output' ||
                  data2 === 'training_data' ||
                  data2 === 'hyperparameters' ||
                  data2 === 'payload_samples' ||
                  data2 === 'custom_property'
                )
              ) {
                const err1 = {
                  instancePath:
                    instancePath + '/dependencies/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
                  schemaPath: '#/$defs/dependency/properties/type/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema34.properties.type.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema34.properties.type.enum,
                  parentSchema: schema34.properties.type,
                  data: data2,
                };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
              }
            }
            if (data1.required !== undefined) {
              let data3 = data1.required;
              if (
                typeof data3 !== 'boolean' &&
                !(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) &&
                typeof data3 !== 'string'
              ) {
                const err2 = {
                  instancePath:
                    instancePath + '/dependencies/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/required',
                  schemaPath: '#/$defs/dependency/properties/required/type',
                  keyword: 'type',
                  params: { type: schema34.properties.required.type },
                  message: 'must be boolean,integer,string',
                  schema: schema34.properties.required.type,
                  parentSchema: schema34.properties.required,
                  data: data3,
                };
                if (vErrors === null) {
                  vErrors = [err2];
                } else {
                  vErrors.push(err2);
                }
                errors++;
              }
            }
            if (data1.compatible_sources !== undefined) {
              let data4 = data1.compatible_sources;
              if (Array.isArray(data4)) {
                const len0 = data4.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data5 = data4[i0];
                  if (typeof data5 !== 'string') {
                    const err3 = {
                      instancePath:
                        instancePath +
                        '/dependencies/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/compatible_sources/' +
                        i0,
                      schemaPath: '#/$defs/dependency/properties/compatible_sources/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema34.properties.compatible_sources.items.type,
                      parentSchema: schema34.properties.compatible_sources.items,
                      data: data5,
                    };
                    if (vErrors === null) {
                      vErrors = [err3];
                    } else {
                      vErrors.push(err3);
                    }
                    errors++;
                  }
                }
              } else {
                const err4 = {
                  instancePath:
                    instancePath +
                    '/dependencies/' +
                    key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                    '/compatible_sources',
                  schemaPath: '#/$defs/dependency/properties/compatible_sources/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema34.properties.compatible_sources.type,
                  parentSchema: schema34.properties.compatible_sources,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
            if (data1.semantic_keywords !== undefined) {
              let data6 = data1.semantic_keywords;
              if (Array.isArray(data6)) {
                const len1 = data6.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data7 = data6[i1];
                  if (typeof data7 !== 'string') {
                    const err5 = {
                      instancePath:
                        instancePath +
                        '/dependencies/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/semantic_keywords/' +
                        i1,
                      schemaPath: '#/$defs/dependency/properties/semantic_keywords/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema34.properties.semantic_keywords.items.type,
                      parentSchema: schema34.properties.semantic_keywords.items,
                      data: data7,
                    };
                    if (vErrors === null) {
                      vErrors = [err5];
                    } else {
                      vErrors.push(err5);
                    }
                    errors++;
                  }
                }
              } else {
                const err6 = {
                  instancePath:
                    instancePath +
                    '/dependencies/' +
                    key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                    '/semantic_keywords',
                  schemaPath: '#/$defs/dependency/properties/semantic_keywords/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema34.properties.semantic_keywords.type,
                  parentSchema: schema34.properties.semantic_keywords,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data1.data_type !== undefined) {
              let data8 = data1.data_type;
              if (typeof data8 !== 'string') {
                const err7 = {
                  instancePath:
                    instancePath + '/dependencies/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/data_type',
                  schemaPath: '#/$defs/dependency/properties/data_type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.data_type.type,
                  parentSchema: schema34.properties.data_type,
                  data: data8,
                };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data1.description !== undefined) {
              let data9 = data1.description;
              if (typeof data9 !== 'string') {
                const err8 = {
                  instancePath:
                    instancePath + '/dependencies/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/description',
                  schemaPath: '#/$defs/dependency/properties/description/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.description.type,
                  parentSchema: schema34.properties.description,
                  data: data9,
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
              instancePath: instancePath + '/dependencies/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/dependency/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema34.type,
              parentSchema: schema34,
              data: data1,
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/dependencies',
          schemaPath: '#/properties/dependencies/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema33.properties.dependencies.type,
          parentSchema: schema33.properties.dependencies,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.outputs !== undefined) {
      let data10 = data.outputs;
      if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
        for (const key1 in data10) {
          let data11 = data10[key1];
          if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
            if (data11.type !== undefined) {
              let data12 = data11.type;
              if (typeof data12 !== 'string') {
                const err11 = {
                  instancePath: instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
                  schemaPath: '#/$defs/output/properties/type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema35.properties.type.type,
                  parentSchema: schema35.properties.type,
                  data: data12,
                };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
              if (
                !(
                  data12 === 'model_artifacts' ||
                  data12 === 'processing_output' ||
                  data12 === 'training_data' ||
                  data12 === 'hyperparameters' ||
                  data12 === 'payload_samples' ||
                  data12 === 'custom_property'
                )
              ) {
                const err12 = {
                  instancePath: instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
                  schemaPath: '#/$defs/output/properties/type/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema35.properties.type.enum },
                  message: 'must be equal to one of the allowed values',
                  schema: schema35.properties.type.enum,
                  parentSchema: schema35.properties.type,
                  data: data12,
                };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data11.property_path !== undefined) {
              let data13 = data11.property_path;
              if (typeof data13 !== 'string') {
                const err13 = {
                  instancePath:
                    instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/property_path',
                  schemaPath: '#/$defs/output/properties/property_path/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema35.properties.property_path.type,
                  parentSchema: schema35.properties.property_path,
                  data: data13,
                };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data11.aliases !== undefined) {
              let data14 = data11.aliases;
              if (Array.isArray(data14)) {
                const len2 = data14.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data15 = data14[i2];
                  if (typeof data15 !== 'string') {
                    const err14 = {
                      instancePath:
                        instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/aliases/' + i2,
                      schemaPath: '#/$defs/output/properties/aliases/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema35.properties.aliases.items.type,
                      parentSchema: schema35.properties.aliases.items,
                      data: data15,
                    };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                }
              } else {
                const err15 = {
                  instancePath: instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/aliases',
                  schemaPath: '#/$defs/output/properties/aliases/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema35.properties.aliases.type,
                  parentSchema: schema35.properties.aliases,
                  data: data14,
                };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data11.semantic_keywords !== undefined) {
              let data16 = data11.semantic_keywords;
              if (Array.isArray(data16)) {
                const len3 = data16.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data17 = data16[i3];
                  if (typeof data17 !== 'string') {
                    const err16 = {
                      instancePath:
                        instancePath +
                        '/outputs/' +
                        key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/semantic_keywords/' +
                        i3,
                      schemaPath: '#/$defs/output/properties/semantic_keywords/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema35.properties.semantic_keywords.items.type,
                      parentSchema: schema35.properties.semantic_keywords.items,
                      data: data17,
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
                  instancePath:
                    instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/semantic_keywords',
                  schemaPath: '#/$defs/output/properties/semantic_keywords/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema35.properties.semantic_keywords.type,
                  parentSchema: schema35.properties.semantic_keywords,
                  data: data16,
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data11.data_type !== undefined) {
              let data18 = data11.data_type;
              if (typeof data18 !== 'string') {
                const err18 = {
                  instancePath:
                    instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/data_type',
                  schemaPath: '#/$defs/output/properties/data_type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema35.properties.data_type.type,
                  parentSchema: schema35.properties.data_type,
                  data: data18,
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data11.description !== undefined) {
              let data19 = data11.description;
              if (typeof data19 !== 'string') {
                const err19 = {
                  instancePath:
                    instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/description',
                  schemaPath: '#/$defs/output/properties/description/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema35.properties.description.type,
                  parentSchema: schema35.properties.description,
                  data: data19,
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
              instancePath: instancePath + '/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/output/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema35.type,
              parentSchema: schema35,
              data: data11,
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
          instancePath: instancePath + '/outputs',
          schemaPath: '#/properties/outputs/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema33.properties.outputs.type,
          parentSchema: schema33.properties.outputs,
          data: data10,
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
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
      schema: schema33.type,
      parentSchema: schema33,
      data,
    };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { props: { dependencies: true, outputs: true }, dynamicProps: false, dynamicItems: false };
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
    if (data.step_type === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'step_type' },
        message: "must have required property '" + 'step_type' + "'",
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
    if (data.contract === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contract' },
        message: "must have required property '" + 'contract' + "'",
        schema: schema31.required,
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
    if (data.step_type !== undefined) {
      let data0 = data.step_type;
      if (typeof data0 !== 'string') {
        const err2 = {
          instancePath: instancePath + '/step_type',
          schemaPath: '#/properties/step_type/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.step_type.type,
          parentSchema: schema31.properties.step_type,
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
    if (data.node_type !== undefined) {
      let data1 = data.node_type;
      if (typeof data1 !== 'string') {
        const err3 = {
          instancePath: instancePath + '/node_type',
          schemaPath: '#/properties/node_type/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.node_type.type,
          parentSchema: schema31.properties.node_type,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data1 === 'internal' || data1 === 'source' || data1 === 'sink' || data1 === 'singular')) {
        const err4 = {
          instancePath: instancePath + '/node_type',
          schemaPath: '#/properties/node_type/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.node_type.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema31.properties.node_type.enum,
          parentSchema: schema31.properties.node_type,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.registry !== undefined) {
      let data2 = data.registry;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (data2.sagemaker_step_type !== undefined) {
          let data3 = data2.sagemaker_step_type;
          if (typeof data3 !== 'string') {
            const err5 = {
              instancePath: instancePath + '/registry/sagemaker_step_type',
              schemaPath: '#/properties/registry/properties/sagemaker_step_type/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.registry.properties.sagemaker_step_type.type,
              parentSchema: schema31.properties.registry.properties.sagemaker_step_type,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (
            !(
              data3 === 'Base' ||
              data3 === 'CradleDataLoading' ||
              data3 === 'CreateModel' ||
              data3 === 'Lambda' ||
              data3 === 'MimsModelRegistrationProcessing' ||
              data3 === 'Processing' ||
              data3 === 'RedshiftDataLoading' ||
              data3 === 'RegisterModel' ||
              data3 === 'Training' ||
              data3 === 'Transform' ||
              data3 === 'Tuning' ||
              data3 === 'Utility'
            )
          ) {
            const err6 = {
              instancePath: instancePath + '/registry/sagemaker_step_type',
              schemaPath: '#/properties/registry/properties/sagemaker_step_type/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.registry.properties.sagemaker_step_type.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.registry.properties.sagemaker_step_type.enum,
              parentSchema: schema31.properties.registry.properties.sagemaker_step_type,
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
        if (data2.description !== undefined) {
          let data4 = data2.description;
          if (typeof data4 !== 'string') {
            const err7 = {
              instancePath: instancePath + '/registry/description',
              schemaPath: '#/properties/registry/properties/description/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.registry.properties.description.type,
              parentSchema: schema31.properties.registry.properties.description,
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
        if (data2.requires !== undefined) {
          let data5 = data2.requires;
          if (typeof data5 !== 'string') {
            const err8 = {
              instancePath: instancePath + '/registry/requires',
              schemaPath: '#/properties/registry/properties/requires/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.registry.properties.requires.type,
              parentSchema: schema31.properties.registry.properties.requires,
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
        if (data2.config_class !== undefined) {
          let data6 = data2.config_class;
          if (typeof data6 !== 'string') {
            const err9 = {
              instancePath: instancePath + '/registry/config_class',
              schemaPath: '#/properties/registry/properties/config_class/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.registry.properties.config_class.type,
              parentSchema: schema31.properties.registry.properties.config_class,
              data: data6,
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data2.builder_step_name !== undefined) {
          let data7 = data2.builder_step_name;
          if (typeof data7 !== 'string') {
            const err10 = {
              instancePath: instancePath + '/registry/builder_step_name',
              schemaPath: '#/properties/registry/properties/builder_step_name/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.registry.properties.builder_step_name.type,
              parentSchema: schema31.properties.registry.properties.builder_step_name,
              data: data7,
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
          instancePath: instancePath + '/registry',
          schemaPath: '#/properties/registry/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.registry.type,
          parentSchema: schema31.properties.registry,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.compute !== undefined) {
      let data8 = data.compute;
      if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
        if (data8.kind !== undefined) {
          let data9 = data8.kind;
          if (typeof data9 !== 'string') {
            const err12 = {
              instancePath: instancePath + '/compute/kind',
              schemaPath: '#/properties/compute/properties/kind/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.kind.type,
              parentSchema: schema31.properties.compute.properties.kind,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (
            !(
              data9 === 'sklearn' ||
              data9 === 'xgboost' ||
              data9 === 'framework' ||
              data9 === 'script' ||
              data9 === 'estimator' ||
              data9 === 'model' ||
              data9 === 'transformer' ||
              data9 === 'byo_container'
            )
          ) {
            const err13 = {
              instancePath: instancePath + '/compute/kind',
              schemaPath: '#/properties/compute/properties/kind/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.compute.properties.kind.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.compute.properties.kind.enum,
              parentSchema: schema31.properties.compute.properties.kind,
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
        if (data8.sdk_class !== undefined) {
          let data10 = data8.sdk_class;
          if (typeof data10 !== 'string') {
            const err14 = {
              instancePath: instancePath + '/compute/sdk_class',
              schemaPath: '#/properties/compute/properties/sdk_class/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.sdk_class.type,
              parentSchema: schema31.properties.compute.properties.sdk_class,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data8.framework_name !== undefined) {
          let data11 = data8.framework_name;
          if (typeof data11 !== 'string') {
            const err15 = {
              instancePath: instancePath + '/compute/framework_name',
              schemaPath: '#/properties/compute/properties/framework_name/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.framework_name.type,
              parentSchema: schema31.properties.compute.properties.framework_name,
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
        if (data8.framework_version_field !== undefined) {
          let data12 = data8.framework_version_field;
          if (typeof data12 !== 'string') {
            const err16 = {
              instancePath: instancePath + '/compute/framework_version_field',
              schemaPath: '#/properties/compute/properties/framework_version_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.framework_version_field.type,
              parentSchema: schema31.properties.compute.properties.framework_version_field,
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
        if (data8.framework_version_default !== undefined) {
          let data13 = data8.framework_version_default;
          if (typeof data13 !== 'string') {
            const err17 = {
              instancePath: instancePath + '/compute/framework_version_default',
              schemaPath: '#/properties/compute/properties/framework_version_default/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.framework_version_default.type,
              parentSchema: schema31.properties.compute.properties.framework_version_default,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data8.py_version_field !== undefined) {
          let data14 = data8.py_version_field;
          if (typeof data14 !== 'string') {
            const err18 = {
              instancePath: instancePath + '/compute/py_version_field',
              schemaPath: '#/properties/compute/properties/py_version_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.py_version_field.type,
              parentSchema: schema31.properties.compute.properties.py_version_field,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data8.image_uri_field !== undefined) {
          let data15 = data8.image_uri_field;
          if (typeof data15 !== 'string') {
            const err19 = {
              instancePath: instancePath + '/compute/image_uri_field',
              schemaPath: '#/properties/compute/properties/image_uri_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.image_uri_field.type,
              parentSchema: schema31.properties.compute.properties.image_uri_field,
              data: data15,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data8.container_entrypoint !== undefined) {
          let data16 = data8.container_entrypoint;
          if (Array.isArray(data16)) {
            const len0 = data16.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data17 = data16[i0];
              if (typeof data17 !== 'string') {
                const err20 = {
                  instancePath: instancePath + '/compute/container_entrypoint/' + i0,
                  schemaPath: '#/properties/compute/properties/container_entrypoint/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.compute.properties.container_entrypoint.items.type,
                  parentSchema: schema31.properties.compute.properties.container_entrypoint.items,
                  data: data17,
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
              instancePath: instancePath + '/compute/container_entrypoint',
              schemaPath: '#/properties/compute/properties/container_entrypoint/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.compute.properties.container_entrypoint.type,
              parentSchema: schema31.properties.compute.properties.container_entrypoint,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data8.retrieve_image !== undefined) {
          let data18 = data8.retrieve_image;
          if (
            typeof data18 !== 'boolean' &&
            !(typeof data18 == 'number' && !(data18 % 1) && !isNaN(data18) && isFinite(data18)) &&
            typeof data18 !== 'string'
          ) {
            const err22 = {
              instancePath: instancePath + '/compute/retrieve_image',
              schemaPath: '#/properties/compute/properties/retrieve_image/type',
              keyword: 'type',
              params: { type: schema31.properties.compute.properties.retrieve_image.type },
              message: 'must be boolean,integer,string',
              schema: schema31.properties.compute.properties.retrieve_image.type,
              parentSchema: schema31.properties.compute.properties.retrieve_image,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data8.lock_training_region !== undefined) {
          let data19 = data8.lock_training_region;
          if (
            typeof data19 !== 'boolean' &&
            !(typeof data19 == 'number' && !(data19 % 1) && !isNaN(data19) && isFinite(data19)) &&
            typeof data19 !== 'string'
          ) {
            const err23 = {
              instancePath: instancePath + '/compute/lock_training_region',
              schemaPath: '#/properties/compute/properties/lock_training_region/type',
              keyword: 'type',
              params: { type: schema31.properties.compute.properties.lock_training_region.type },
              message: 'must be boolean,integer,string',
              schema: schema31.properties.compute.properties.lock_training_region.type,
              parentSchema: schema31.properties.compute.properties.lock_training_region,
              data: data19,
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data8.kms_network !== undefined) {
          let data20 = data8.kms_network;
          if (
            typeof data20 !== 'boolean' &&
            !(typeof data20 == 'number' && !(data20 % 1) && !isNaN(data20) && isFinite(data20)) &&
            typeof data20 !== 'string'
          ) {
            const err24 = {
              instancePath: instancePath + '/compute/kms_network',
              schemaPath: '#/properties/compute/properties/kms_network/type',
              keyword: 'type',
              params: { type: schema31.properties.compute.properties.kms_network.type },
              message: 'must be boolean,integer,string',
              schema: schema31.properties.compute.properties.kms_network.type,
              parentSchema: schema31.properties.compute.properties.kms_network,
              data: data20,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data8.network_mode !== undefined) {
          let data21 = data8.network_mode;
          if (typeof data21 !== 'string') {
            const err25 = {
              instancePath: instancePath + '/compute/network_mode',
              schemaPath: '#/properties/compute/properties/network_mode/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.network_mode.type,
              parentSchema: schema31.properties.compute.properties.network_mode,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data8.subnets_field !== undefined) {
          let data22 = data8.subnets_field;
          if (typeof data22 !== 'string') {
            const err26 = {
              instancePath: instancePath + '/compute/subnets_field',
              schemaPath: '#/properties/compute/properties/subnets_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.subnets_field.type,
              parentSchema: schema31.properties.compute.properties.subnets_field,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data8.security_group_ids_field !== undefined) {
          let data23 = data8.security_group_ids_field;
          if (typeof data23 !== 'string') {
            const err27 = {
              instancePath: instancePath + '/compute/security_group_ids_field',
              schemaPath: '#/properties/compute/properties/security_group_ids_field/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.security_group_ids_field.type,
              parentSchema: schema31.properties.compute.properties.security_group_ids_field,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data8.requires !== undefined) {
          let data24 = data8.requires;
          if (typeof data24 !== 'string') {
            const err28 = {
              instancePath: instancePath + '/compute/requires',
              schemaPath: '#/properties/compute/properties/requires/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.compute.properties.requires.type,
              parentSchema: schema31.properties.compute.properties.requires,
              data: data24,
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
          instancePath: instancePath + '/compute',
          schemaPath: '#/properties/compute/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.compute.type,
          parentSchema: schema31.properties.compute,
          data: data8,
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.patterns !== undefined) {
      let data25 = data.patterns;
      if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
        if (data25.step_assembly !== undefined) {
          let data26 = data25.step_assembly;
          if (typeof data26 !== 'string') {
            const err30 = {
              instancePath: instancePath + '/patterns/step_assembly',
              schemaPath: '#/properties/patterns/properties/step_assembly/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.patterns.properties.step_assembly.type,
              parentSchema: schema31.properties.patterns.properties.step_assembly,
              data: data26,
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          if (!(data26 === 'code' || data26 === 'step_args' || data26 === 'delegation')) {
            const err31 = {
              instancePath: instancePath + '/patterns/step_assembly',
              schemaPath: '#/properties/patterns/properties/step_assembly/enum',
              keyword: 'enum',
              params: { allowedValues: schema31.properties.patterns.properties.step_assembly.enum },
              message: 'must be equal to one of the allowed values',
              schema: schema31.properties.patterns.properties.step_assembly.enum,
              parentSchema: schema31.properties.patterns.properties.step_assembly,
              data: data26,
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data25.direct_input_keys !== undefined) {
          let data27 = data25.direct_input_keys;
          if (Array.isArray(data27)) {
            const len1 = data27.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data28 = data27[i1];
              if (typeof data28 !== 'string') {
                const err32 = {
                  instancePath: instancePath + '/patterns/direct_input_keys/' + i1,
                  schemaPath: '#/properties/patterns/properties/direct_input_keys/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.patterns.properties.direct_input_keys.items.type,
                  parentSchema: schema31.properties.patterns.properties.direct_input_keys.items,
                  data: data28,
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
              instancePath: instancePath + '/patterns/direct_input_keys',
              schemaPath: '#/properties/patterns/properties/direct_input_keys/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema31.properties.patterns.properties.direct_input_keys.type,
              parentSchema: schema31.properties.patterns.properties.direct_input_keys,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data25.include_job_type_in_path !== undefined) {
          let data29 = data25.include_job_type_in_path;
          if (
            typeof data29 !== 'boolean' &&
            !(typeof data29 == 'number' && !(data29 % 1) && !isNaN(data29) && isFinite(data29)) &&
            typeof data29 !== 'string'
          ) {
            const err34 = {
              instancePath: instancePath + '/patterns/include_job_type_in_path',
              schemaPath: '#/properties/patterns/properties/include_job_type_in_path/type',
              keyword: 'type',
              params: { type: schema31.properties.patterns.properties.include_job_type_in_path.type },
              message: 'must be boolean,integer,string',
              schema: schema31.properties.patterns.properties.include_job_type_in_path.type,
              parentSchema: schema31.properties.patterns.properties.include_job_type_in_path,
              data: data29,
            };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = {
          instancePath: instancePath + '/patterns',
          schemaPath: '#/properties/patterns/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.patterns.type,
          parentSchema: schema31.properties.patterns,
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
    if (data.contract !== undefined) {
      let data30 = data.contract;
      if (data30 && typeof data30 == 'object' && !Array.isArray(data30)) {
        if (data30.entry_point !== undefined) {
          let data31 = data30.entry_point;
          if (typeof data31 !== 'string' && data31 !== null) {
            const err36 = {
              instancePath: instancePath + '/contract/entry_point',
              schemaPath: '#/$defs/contract/properties/entry_point/type',
              keyword: 'type',
              params: { type: schema32.properties.entry_point.type },
              message: 'must be string,null',
              schema: schema32.properties.entry_point.type,
              parentSchema: schema32.properties.entry_point,
              data: data31,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          if (typeof data31 === 'string') {
            if (!pattern4.test(data31)) {
              const err37 = {
                instancePath: instancePath + '/contract/entry_point',
                schemaPath: '#/$defs/contract/properties/entry_point/pattern',
                keyword: 'pattern',
                params: { pattern: '\\.py$' },
                message: 'must match pattern "' + '\\.py$' + '"',
                schema: '\\.py$',
                parentSchema: schema32.properties.entry_point,
                data: data31,
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          }
        }
        if (data30.inputs !== undefined) {
          let data32 = data30.inputs;
          if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
            for (const key0 in data32) {
              let data33 = data32[key0];
              if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
                if (data33.path !== undefined) {
                  let data34 = data33.path;
                  if (typeof data34 !== 'string' && data34 !== null) {
                    const err38 = {
                      instancePath:
                        instancePath + '/contract/inputs/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/path',
                      schemaPath: '#/$defs/contract/properties/inputs/additionalProperties/properties/path/type',
                      keyword: 'type',
                      params: { type: schema32.properties.inputs.additionalProperties.properties.path.type },
                      message: 'must be string,null',
                      schema: schema32.properties.inputs.additionalProperties.properties.path.type,
                      parentSchema: schema32.properties.inputs.additionalProperties.properties.path,
                      data: data34,
                    };
                    if (vErrors === null) {
                      vErrors = [err38];
                    } else {
                      vErrors.push(err38);
                    }
                    errors++;
                  }
                  if (typeof data34 === 'string') {
                    if (!pattern5.test(data34)) {
                      const err39 = {
                        instancePath:
                          instancePath + '/contract/inputs/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/path',
                        schemaPath: '#/$defs/contract/properties/inputs/additionalProperties/properties/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^/opt/ml/(processing/|input/data|input/config|code)' },
                        message: 'must match pattern "' + '^/opt/ml/(processing/|input/data|input/config|code)' + '"',
                        schema: '^/opt/ml/(processing/|input/data|input/config|code)',
                        parentSchema: schema32.properties.inputs.additionalProperties.properties.path,
                        data: data34,
                      };
                      if (vErrors === null) {
                        vErrors = [err39];
                      } else {
                        vErrors.push(err39);
                      }
                      errors++;
                    }
                  }
                }
                if (data33.required !== undefined) {
                  let data35 = data33.required;
                  if (
                    typeof data35 !== 'boolean' &&
                    !(typeof data35 == 'number' && !(data35 % 1) && !isNaN(data35) && isFinite(data35)) &&
                    typeof data35 !== 'string'
                  ) {
                    const err40 = {
                      instancePath:
                        instancePath +
                        '/contract/inputs/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/required',
                      schemaPath: '#/$defs/contract/properties/inputs/additionalProperties/properties/required/type',
                      keyword: 'type',
                      params: { type: schema32.properties.inputs.additionalProperties.properties.required.type },
                      message: 'must be boolean,integer,string',
                      schema: schema32.properties.inputs.additionalProperties.properties.required.type,
                      parentSchema: schema32.properties.inputs.additionalProperties.properties.required,
                      data: data35,
                    };
                    if (vErrors === null) {
                      vErrors = [err40];
                    } else {
                      vErrors.push(err40);
                    }
                    errors++;
                  }
                }
                if (data33.channels !== undefined) {
                  let data36 = data33.channels;
                  if (Array.isArray(data36)) {
                    const len2 = data36.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data37 = data36[i2];
                      if (typeof data37 !== 'string') {
                        const err41 = {
                          instancePath:
                            instancePath +
                            '/contract/inputs/' +
                            key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/channels/' +
                            i2,
                          schemaPath:
                            '#/$defs/contract/properties/inputs/additionalProperties/properties/channels/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                          schema: schema32.properties.inputs.additionalProperties.properties.channels.items.type,
                          parentSchema: schema32.properties.inputs.additionalProperties.properties.channels.items,
                          data: data37,
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
                      instancePath:
                        instancePath +
                        '/contract/inputs/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/channels',
                      schemaPath: '#/$defs/contract/properties/inputs/additionalProperties/properties/channels/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array',
                      schema: schema32.properties.inputs.additionalProperties.properties.channels.type,
                      parentSchema: schema32.properties.inputs.additionalProperties.properties.channels,
                      data: data36,
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
                  instancePath: instancePath + '/contract/inputs/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/$defs/contract/properties/inputs/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema32.properties.inputs.additionalProperties.type,
                  parentSchema: schema32.properties.inputs.additionalProperties,
                  data: data33,
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
              instancePath: instancePath + '/contract/inputs',
              schemaPath: '#/$defs/contract/properties/inputs/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.inputs.type,
              parentSchema: schema32.properties.inputs,
              data: data32,
            };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data30.outputs !== undefined) {
          let data38 = data30.outputs;
          if (data38 && typeof data38 == 'object' && !Array.isArray(data38)) {
            for (const key1 in data38) {
              let data39 = data38[key1];
              if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
                if (data39.path !== undefined) {
                  let data40 = data39.path;
                  if (typeof data40 !== 'string' && data40 !== null) {
                    const err45 = {
                      instancePath:
                        instancePath + '/contract/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/path',
                      schemaPath: '#/$defs/contract/properties/outputs/additionalProperties/properties/path/type',
                      keyword: 'type',
                      params: { type: schema32.properties.outputs.additionalProperties.properties.path.type },
                      message: 'must be string,null',
                      schema: schema32.properties.outputs.additionalProperties.properties.path.type,
                      parentSchema: schema32.properties.outputs.additionalProperties.properties.path,
                      data: data40,
                    };
                    if (vErrors === null) {
                      vErrors = [err45];
                    } else {
                      vErrors.push(err45);
                    }
                    errors++;
                  }
                  if (typeof data40 === 'string') {
                    if (!pattern6.test(data40)) {
                      const err46 = {
                        instancePath:
                          instancePath + '/contract/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1') + '/path',
                        schemaPath: '#/$defs/contract/properties/outputs/additionalProperties/properties/path/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^/opt/ml/(processing/|model|output/data|checkpoints)' },
                        message: 'must match pattern "' + '^/opt/ml/(processing/|model|output/data|checkpoints)' + '"',
                        schema: '^/opt/ml/(processing/|model|output/data|checkpoints)',
                        parentSchema: schema32.properties.outputs.additionalProperties.properties.path,
                        data: data40,
                      };
                      if (vErrors === null) {
                        vErrors = [err46];
                      } else {
                        vErrors.push(err46);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err47 = {
                  instancePath: instancePath + '/contract/outputs/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/$defs/contract/properties/outputs/additionalProperties/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema32.properties.outputs.additionalProperties.type,
                  parentSchema: schema32.properties.outputs.additionalProperties,
                  data: data39,
                };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
          } else {
            const err48 = {
              instancePath: instancePath + '/contract/outputs',
              schemaPath: '#/$defs/contract/properties/outputs/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.outputs.type,
              parentSchema: schema32.properties.outputs,
              data: data38,
            };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data30.arguments !== undefined) {
          let data41 = data30.arguments;
          if (!(data41 && typeof data41 == 'object' && !Array.isArray(data41))) {
            const err49 = {
              instancePath: instancePath + '/contract/arguments',
              schemaPath: '#/$defs/contract/properties/arguments/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.arguments.type,
              parentSchema: schema32.properties.arguments,
              data: data41,
            };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data30.job_arguments !== undefined) {
          let data42 = data30.job_arguments;
          if (Array.isArray(data42)) {
            const len3 = data42.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data43 = data42[i3];
              if (data43 && typeof data43 == 'object' && !Array.isArray(data43)) {
                if (data43.flag !== undefined) {
                  let data44 = data43.flag;
                  if (typeof data44 !== 'string') {
                    const err50 = {
                      instancePath: instancePath + '/contract/job_arguments/' + i3 + '/flag',
                      schemaPath: '#/$defs/contract/properties/job_arguments/items/properties/flag/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema32.properties.job_arguments.items.properties.flag.type,
                      parentSchema: schema32.properties.job_arguments.items.properties.flag,
                      data: data44,
                    };
                    if (vErrors === null) {
                      vErrors = [err50];
                    } else {
                      vErrors.push(err50);
                    }
                    errors++;
                  }
                }
                if (data43.source !== undefined) {
                  let data45 = data43.source;
                  if (typeof data45 !== 'string') {
                    const err51 = {
                      instancePath: instancePath + '/contract/job_arguments/' + i3 + '/source',
                      schemaPath: '#/$defs/contract/properties/job_arguments/items/properties/source/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema32.properties.job_arguments.items.properties.source.type,
                      parentSchema: schema32.properties.job_arguments.items.properties.source,
                      data: data45,
                    };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
              } else {
                const err52 = {
                  instancePath: instancePath + '/contract/job_arguments/' + i3,
                  schemaPath: '#/$defs/contract/properties/job_arguments/items/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema32.properties.job_arguments.items.type,
                  parentSchema: schema32.properties.job_arguments.items,
                  data: data43,
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
              instancePath: instancePath + '/contract/job_arguments',
              schemaPath: '#/$defs/contract/properties/job_arguments/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema32.properties.job_arguments.type,
              parentSchema: schema32.properties.job_arguments,
              data: data42,
            };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        if (data30.env_vars !== undefined) {
          let data46 = data30.env_vars;
          if (data46 && typeof data46 == 'object' && !Array.isArray(data46)) {
            if (data46.required !== undefined) {
              let data47 = data46.required;
              if (Array.isArray(data47)) {
                const len4 = data47.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data48 = data47[i4];
                  if (typeof data48 !== 'string') {
                    const err54 = {
                      instancePath: instancePath + '/contract/env_vars/required/' + i4,
                      schemaPath: '#/$defs/contract/properties/env_vars/properties/required/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                      schema: schema32.properties.env_vars.properties.required.items.type,
                      parentSchema: schema32.properties.env_vars.properties.required.items,
                      data: data48,
                    };
                    if (vErrors === null) {
                      vErrors = [err54];
                    } else {
                      vErrors.push(err54);
                    }
                    errors++;
                  }
                }
              } else {
                const err55 = {
                  instancePath: instancePath + '/contract/env_vars/required',
                  schemaPath: '#/$defs/contract/properties/env_vars/properties/required/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                  schema: schema32.properties.env_vars.properties.required.type,
                  parentSchema: schema32.properties.env_vars.properties.required,
                  data: data47,
                };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data46.optional !== undefined) {
              let data49 = data46.optional;
              if (!(data49 && typeof data49 == 'object' && !Array.isArray(data49))) {
                const err56 = {
                  instancePath: instancePath + '/contract/env_vars/optional',
                  schemaPath: '#/$defs/contract/properties/env_vars/properties/optional/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema32.properties.env_vars.properties.optional.type,
                  parentSchema: schema32.properties.env_vars.properties.optional,
                  data: data49,
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
              instancePath: instancePath + '/contract/env_vars',
              schemaPath: '#/$defs/contract/properties/env_vars/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.env_vars.type,
              parentSchema: schema32.properties.env_vars,
              data: data46,
            };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
        if (data30.framework_requirements !== undefined) {
          let data50 = data30.framework_requirements;
          if (!(data50 && typeof data50 == 'object' && !Array.isArray(data50))) {
            const err58 = {
              instancePath: instancePath + '/contract/framework_requirements',
              schemaPath: '#/$defs/contract/properties/framework_requirements/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.framework_requirements.type,
              parentSchema: schema32.properties.framework_requirements,
              data: data50,
            };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
        }
        if (data30.description !== undefined) {
          let data51 = data30.description;
          if (typeof data51 !== 'string') {
            const err59 = {
              instancePath: instancePath + '/contract/description',
              schemaPath: '#/$defs/contract/properties/description/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema32.properties.description.type,
              parentSchema: schema32.properties.description,
              data: data51,
            };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data30.source_dir !== undefined) {
          let data52 = data30.source_dir;
          if (
            typeof data52 !== 'boolean' &&
            !(typeof data52 == 'number' && !(data52 % 1) && !isNaN(data52) && isFinite(data52)) &&
            typeof data52 !== 'string'
          ) {
            const err60 = {
              instancePath: instancePath + '/contract/source_dir',
              schemaPath: '#/$defs/contract/properties/source_dir/type',
              keyword: 'type',
              params: { type: schema32.properties.source_dir.type },
              message: 'must be boolean,integer,string',
              schema: schema32.properties.source_dir.type,
              parentSchema: schema32.properties.source_dir,
              data: data52,
            };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        }
        if (data30.sink !== undefined) {
          let data53 = data30.sink;
          if (
            typeof data53 !== 'boolean' &&
            !(typeof data53 == 'number' && !(data53 % 1) && !isNaN(data53) && isFinite(data53)) &&
            typeof data53 !== 'string'
          ) {
            const err61 = {
              instancePath: instancePath + '/contract/sink',
              schemaPath: '#/$defs/contract/properties/sink/type',
              keyword: 'type',
              params: { type: schema32.properties.sink.type },
              message: 'must be boolean,integer,string',
              schema: schema32.properties.sink.type,
              parentSchema: schema32.properties.sink,
              data: data53,
            };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data30.circular_ref_check !== undefined) {
          let data54 = data30.circular_ref_check;
          if (
            typeof data54 !== 'boolean' &&
            !(typeof data54 == 'number' && !(data54 % 1) && !isNaN(data54) && isFinite(data54)) &&
            typeof data54 !== 'string'
          ) {
            const err62 = {
              instancePath: instancePath + '/contract/circular_ref_check',
              schemaPath: '#/$defs/contract/properties/circular_ref_check/type',
              keyword: 'type',
              params: { type: schema32.properties.circular_ref_check.type },
              message: 'must be boolean,integer,string',
              schema: schema32.properties.circular_ref_check.type,
              parentSchema: schema32.properties.circular_ref_check,
              data: data54,
            };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data30.include_job_type_in_path !== undefined) {
          let data55 = data30.include_job_type_in_path;
          if (
            typeof data55 !== 'boolean' &&
            !(typeof data55 == 'number' && !(data55 % 1) && !isNaN(data55) && isFinite(data55)) &&
            typeof data55 !== 'string'
          ) {
            const err63 = {
              instancePath: instancePath + '/contract/include_job_type_in_path',
              schemaPath: '#/$defs/contract/properties/include_job_type_in_path/type',
              keyword: 'type',
              params: { type: schema32.properties.include_job_type_in_path.type },
              message: 'must be boolean,integer,string',
              schema: schema32.properties.include_job_type_in_path.type,
              parentSchema: schema32.properties.include_job_type_in_path,
              data: data55,
            };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
        if (data30.output_path_token !== undefined) {
          let data56 = data30.output_path_token;
          if (typeof data56 !== 'string') {
            const err64 = {
              instancePath: instancePath + '/contract/output_path_token',
              schemaPath: '#/$defs/contract/properties/output_path_token/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema32.properties.output_path_token.type,
              parentSchema: schema32.properties.output_path_token,
              data: data56,
            };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
        if (data30.skip_inputs !== undefined) {
          let data57 = data30.skip_inputs;
          if (Array.isArray(data57)) {
            const len5 = data57.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data58 = data57[i5];
              if (typeof data58 !== 'string') {
                const err65 = {
                  instancePath: instancePath + '/contract/skip_inputs/' + i5,
                  schemaPath: '#/$defs/contract/properties/skip_inputs/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema32.properties.skip_inputs.items.type,
                  parentSchema: schema32.properties.skip_inputs.items,
                  data: data58,
                };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
          } else {
            const err66 = {
              instancePath: instancePath + '/contract/skip_inputs',
              schemaPath: '#/$defs/contract/properties/skip_inputs/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema32.properties.skip_inputs.type,
              parentSchema: schema32.properties.skip_inputs,
              data: data57,
            };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
        if (data30.input_source_overrides !== undefined) {
          let data59 = data30.input_source_overrides;
          if (!(data59 && typeof data59 == 'object' && !Array.isArray(data59))) {
            const err67 = {
              instancePath: instancePath + '/contract/input_source_overrides',
              schemaPath: '#/$defs/contract/properties/input_source_overrides/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.input_source_overrides.type,
              parentSchema: schema32.properties.input_source_overrides,
              data: data59,
            };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
        }
        if (data30.computed_env_paths !== undefined) {
          let data60 = data30.computed_env_paths;
          if (!(data60 && typeof data60 == 'object' && !Array.isArray(data60))) {
            const err68 = {
              instancePath: instancePath + '/contract/computed_env_paths',
              schemaPath: '#/$defs/contract/properties/computed_env_paths/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema32.properties.computed_env_paths.type,
              parentSchema: schema32.properties.computed_env_paths,
              data: data60,
            };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
        }
        if (data30.runtime_requires !== undefined) {
          let data61 = data30.runtime_requires;
          if (Array.isArray(data61)) {
            const len6 = data61.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data62 = data61[i6];
              if (typeof data62 !== 'string') {
                const err69 = {
                  instancePath: instancePath + '/contract/runtime_requires/' + i6,
                  schemaPath: '#/$defs/contract/properties/runtime_requires/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema32.properties.runtime_requires.items.type,
                  parentSchema: schema32.properties.runtime_requires.items,
                  data: data62,
                };
                if (vErrors === null) {
                  vErrors = [err69];
                } else {
                  vErrors.push(err69);
                }
                errors++;
              }
            }
          } else {
            const err70 = {
              instancePath: instancePath + '/contract/runtime_requires',
              schemaPath: '#/$defs/contract/properties/runtime_requires/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
              schema: schema32.properties.runtime_requires.type,
              parentSchema: schema32.properties.runtime_requires,
              data: data61,
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
          instancePath: instancePath + '/contract',
          schemaPath: '#/$defs/contract/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema32.type,
          parentSchema: schema32,
          data: data30,
        };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
    if (data.spec !== undefined) {
      if (
        !validate21(data.spec, {
          instancePath: instancePath + '/spec',
          parentData: data,
          parentDataProperty: 'spec',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.variants !== undefined) {
      let data64 = data.variants;
      if (data64 && typeof data64 == 'object' && !Array.isArray(data64)) {
        for (const key2 in data64) {
          let data65 = data64[key2];
          if (!(data65 && typeof data65 == 'object' && !Array.isArray(data65))) {
            const err72 = {
              instancePath: instancePath + '/variants/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/variants/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.variants.additionalProperties.type,
              parentSchema: schema31.properties.variants.additionalProperties,
              data: data65,
            };
            if (vErrors === null) {
              vErrors = [err72];
            } else {
              vErrors.push(err72);
            }
            errors++;
          }
        }
      } else {
        const err73 = {
          instancePath: instancePath + '/variants',
          schemaPath: '#/properties/variants/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.variants.type,
          parentSchema: schema31.properties.variants,
          data: data64,
        };
        if (vErrors === null) {
          vErrors = [err73];
        } else {
          vErrors.push(err73);
        }
        errors++;
      }
    }
  } else {
    const err74 = {
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
      vErrors = [err74];
    } else {
      vErrors.push(err74);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = {
  props: {
    step_type: true,
    node_type: true,
    registry: true,
    compute: true,
    patterns: true,
    contract: true,
    spec: true,
    variants: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
