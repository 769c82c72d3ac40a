// Generated from schemas/artifact-registry.schema.json by `npm run gen`; edit that.
// @ts-nocheck
import type { Validator } from '../syntax/schema';
export const validate: Validator = validate20;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    registry_schema_version: { type: 'string' },
    registry_version: { type: 'string' },
    last_updated: { type: 'string' },
    generated_by: { type: 'string' },
    namespace: { type: 'string' },
    precedence_score: { type: 'number' },
    artifact_summary: { type: 'object', properties: { total_artifacts: { type: 'integer' } } },
    nodes: { $ref: '#/$defs/list' },
    cli_tools: { $ref: '#/$defs/list' },
    runtimes: { $ref: '#/$defs/list' },
    adapters: { $ref: '#/$defs/list' },
    contracts: { $ref: '#/$defs/list' },
    packages: { $ref: '#/$defs/list' },
  },
  $defs: {
    list: { type: ['array', 'null'], 'x-type': 'array', items: { $ref: '#/$defs/item' } },
    item: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        namespace: { type: 'string' },
        versions: { type: 'array', items: { $ref: '#/$defs/version' } },
      },
    },
    version: {
      type: 'object',
      required: ['version', 'path', 'metadata_file'],
      properties: {
        version: { type: 'string', 'x-loaded': true },
        path: { type: 'string', 'x-loaded': true },
        metadata_file: { type: 'string', 'x-loaded': true },
        status: { type: 'string', 'x-loaded': true },
      },
    },
  },
};
const schema32 = { type: ['array', 'null'], 'x-type': 'array', items: { $ref: '#/$defs/item' } };
const schema33 = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    namespace: { type: 'string' },
    versions: { type: 'array', items: { $ref: '#/$defs/version' } },
  },
};
const schema34 = {
  type: 'object',
  required: ['version', 'path', 'metadata_file'],
  properties: {
    version: { type: 'string', 'x-loaded': true },
    path: { type: 'string', 'x-loaded': true },
    metadata_file: { type: 'string', 'x-loaded': true },
    status: { type: 'string', 'x-loaded': true },
  },
};
function validate22(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 !== 'string') {
        const err0 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema33.properties.name.type,
          parentSchema: schema33.properties.name,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.namespace !== undefined) {
      let data1 = data.namespace;
      if (typeof data1 !== 'string') {
        const err1 = {
          instancePath: instancePath + '/namespace',
          schemaPath: '#/properties/namespace/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema33.properties.namespace.type,
          parentSchema: schema33.properties.namespace,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.versions !== undefined) {
      let data2 = data.versions;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
            if (data3.version === undefined) {
              const err2 = {
                instancePath: instancePath + '/versions/' + i0,
                schemaPath: '#/$defs/version/required',
                keyword: 'required',
                params: { missingProperty: 'version' },
                message: "must have required property '" + 'version' + "'",
                schema: schema34.required,
                parentSchema: schema34,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (data3.path === undefined) {
              const err3 = {
                instancePath: instancePath + '/versions/' + i0,
                schemaPath: '#/$defs/version/required',
                keyword: 'required',
                params: { missingProperty: 'path' },
                message: "must have required property '" + 'path' + "'",
                schema: schema34.required,
                parentSchema: schema34,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            if (data3.metadata_file === undefined) {
              const err4 = {
                instancePath: instancePath + '/versions/' + i0,
                schemaPath: '#/$defs/version/required',
                keyword: 'required',
                params: { missingProperty: 'metadata_file' },
                message: "must have required property '" + 'metadata_file' + "'",
                schema: schema34.required,
                parentSchema: schema34,
                data: data3,
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (data3.version !== undefined) {
              let data4 = data3.version;
              if (typeof data4 !== 'string') {
                const err5 = {
                  instancePath: instancePath + '/versions/' + i0 + '/version',
                  schemaPath: '#/$defs/version/properties/version/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.version.type,
                  parentSchema: schema34.properties.version,
                  data: data4,
                };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
              }
            }
            if (data3.path !== undefined) {
              let data5 = data3.path;
              if (typeof data5 !== 'string') {
                const err6 = {
                  instancePath: instancePath + '/versions/' + i0 + '/path',
                  schemaPath: '#/$defs/version/properties/path/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.path.type,
                  parentSchema: schema34.properties.path,
                  data: data5,
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data3.metadata_file !== undefined) {
              let data6 = data3.metadata_file;
              if (typeof data6 !== 'string') {
                const err7 = {
                  instancePath: instancePath + '/versions/' + i0 + '/metadata_file',
                  schemaPath: '#/$defs/version/properties/metadata_file/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.metadata_file.type,
                  parentSchema: schema34.properties.metadata_file,
                  data: data6,
                };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data3.status !== undefined) {
              let data7 = data3.status;
              if (typeof data7 !== 'string') {
                const err8 = {
                  instancePath: instancePath + '/versions/' + i0 + '/status',
                  schemaPath: '#/$defs/version/properties/status/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema34.properties.status.type,
                  parentSchema: schema34.properties.status,
                  data: data7,
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
              instancePath: instancePath + '/versions/' + i0,
              schemaPath: '#/$defs/version/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema34.type,
              parentSchema: schema34,
              data: data3,
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
          instancePath: instancePath + '/versions',
          schemaPath: '#/properties/versions/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema33.properties.versions.type,
          parentSchema: schema33.properties.versions,
          data: data2,
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
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = {
  props: { name: true, namespace: true, versions: true },
  dynamicProps: false,
  dynamicItems: false,
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
  if (!Array.isArray(data) && data !== null) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: schema32.type },
      message: 'must be array,null',
      schema: schema32.type,
      parentSchema: schema32,
      data,
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (
        !validate22(data[i0], {
          instancePath: instancePath + '/' + i0,
          parentData: data,
          parentDataProperty: i0,
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { items: true, dynamicProps: false, dynamicItems: false };
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
    if (data.registry_schema_version !== undefined) {
      let data0 = data.registry_schema_version;
      if (typeof data0 !== 'string') {
        const err0 = {
          instancePath: instancePath + '/registry_schema_version',
          schemaPath: '#/properties/registry_schema_version/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.registry_schema_version.type,
          parentSchema: schema31.properties.registry_schema_version,
          data: data0,
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.registry_version !== undefined) {
      let data1 = data.registry_version;
      if (typeof data1 !== 'string') {
        const err1 = {
          instancePath: instancePath + '/registry_version',
          schemaPath: '#/properties/registry_version/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.registry_version.type,
          parentSchema: schema31.properties.registry_version,
          data: data1,
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.last_updated !== undefined) {
      let data2 = data.last_updated;
      if (typeof data2 !== 'string') {
        const err2 = {
          instancePath: instancePath + '/last_updated',
          schemaPath: '#/properties/last_updated/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.last_updated.type,
          parentSchema: schema31.properties.last_updated,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.generated_by !== undefined) {
      let data3 = data.generated_by;
      if (typeof data3 !== 'string') {
        const err3 = {
          instancePath: instancePath + '/generated_by',
          schemaPath: '#/properties/generated_by/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.generated_by.type,
          parentSchema: schema31.properties.generated_by,
          data: data3,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.namespace !== undefined) {
      let data4 = data.namespace;
      if (typeof data4 !== 'string') {
        const err4 = {
          instancePath: instancePath + '/namespace',
          schemaPath: '#/properties/namespace/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.namespace.type,
          parentSchema: schema31.properties.namespace,
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
    if (data.precedence_score !== undefined) {
      let data5 = data.precedence_score;
      if (!(typeof data5 == 'number' && isFinite(data5))) {
        const err5 = {
          instancePath: instancePath + '/precedence_score',
          schemaPath: '#/properties/precedence_score/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
          schema: schema31.properties.precedence_score.type,
          parentSchema: schema31.properties.precedence_score,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.artifact_summary !== undefined) {
      let data6 = data.artifact_summary;
      if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
        if (data6.total_artifacts !== undefined) {
          let data7 = data6.total_artifacts;
          if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
            const err6 = {
              instancePath: instancePath + '/artifact_summary/total_artifacts',
              schemaPath: '#/properties/artifact_summary/properties/total_artifacts/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
              schema: schema31.properties.artifact_summary.properties.total_artifacts.type,
              parentSchema: schema31.properties.artifact_summary.properties.total_artifacts,
              data: data7,
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/artifact_summary',
          schemaPath: '#/properties/artifact_summary/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.artifact_summary.type,
          parentSchema: schema31.properties.artifact_summary,
          data: data6,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.nodes !== undefined) {
      if (
        !validate21(data.nodes, {
          instancePath: instancePath + '/nodes',
          parentData: data,
          parentDataProperty: 'nodes',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.cli_tools !== undefined) {
      if (
        !validate21(data.cli_tools, {
          instancePath: instancePath + '/cli_tools',
          parentData: data,
          parentDataProperty: 'cli_tools',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.runtimes !== undefined) {
      if (
        !validate21(data.runtimes, {
          instancePath: instancePath + '/runtimes',
          parentData: data,
          parentDataProperty: 'runtimes',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.adapters !== undefined) {
      if (
        !validate21(data.adapters, {
          instancePath: instancePath + '/adapters',
          parentData: data,
          parentDataProperty: 'adapters',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.contracts !== undefined) {
      if (
        !validate21(data.contracts, {
          instancePath: instancePath + '/contracts',
          parentData: data,
          parentDataProperty: 'contracts',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.packages !== undefined) {
      if (
        !validate21(data.packages, {
          instancePath: instancePath + '/packages',
          parentData: data,
          parentDataProperty: 'packages',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err8 = {
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
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = {
  props: {
    registry_schema_version: true,
    registry_version: true,
    last_updated: true,
    generated_by: true,
    namespace: true,
    precedence_score: true,
    artifact_summary: true,
    nodes: true,
    cli_tools: true,
    runtimes: true,
    adapters: true,
    contracts: true,
    packages: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
