// Generated from schemas/artifact-metadata.schema.json by `npm run gen`; edit that.
// @ts-nocheck
import type { Validator } from '../syntax/schema';
export const validate: Validator = validate20;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    schema_version: {
      type: 'string',
      pattern: '^\\d+\\.\\d+\\.\\d+$',
      'x-pattern': 'a version such as 1.0.0',
      'x-loaded': true,
    },
    name: { type: 'string', 'x-loaded': true },
    version: {
      type: 'string',
      pattern: '^\\d+\\.\\d+\\.\\d+$',
      'x-pattern': 'a version such as 1.0.0',
      'x-loaded': true,
    },
    uuid: { type: 'string', 'x-expected': true },
    author: { type: 'string', 'x-expected': true },
    created_at: { type: 'string', 'x-expected': true },
    last_modified_at: { type: 'string', 'x-expected': true },
    description: { type: 'string', 'x-expected': true },
    state_contract: { type: 'string', 'x-expected': true },
    lifecycle: { type: 'string', enum: ['draft', 'active', 'deprecated', 'archived'], 'x-expected': true },
    hash: { type: 'string', pattern: '^[0-9a-fA-F]{64}$', 'x-pattern': '64 hexadecimal digits', 'x-expected': true },
    entrypoint: { type: ['object', 'string'], 'x-expected': true },
    namespace: {
      type: 'string',
      pattern: '^(omninode|onex)\\.',
      'x-pattern': 'a name below omninode. or onex.',
      'x-expected': true,
    },
    meta_type: {
      type: 'string',
      enum: ['tool', 'validator', 'agent', 'model', 'schema', 'plugin', 'ignore_config'],
      'x-expected': true,
    },
    node_id: { type: 'string' },
    full_id: { type: 'string' },
    category: { type: 'string' },
    cli_adapter: { type: 'object' },
    tags: { type: 'array', items: { type: 'string' } },
    deprecated: { type: 'boolean' },
    git_commit: { type: 'string' },
    dependencies: { type: 'array' },
    compatibility: { type: 'object' },
    trust_score_stub: { type: 'object' },
    runtime_language_hint: { type: 'string' },
    license: { type: 'string' },
  },
};
const pattern4 = new RegExp('^\\d+\\.\\d+\\.\\d+$', 'u');
const pattern6 = new RegExp('^[0-9a-fA-F]{64}$', 'u');
const pattern7 = new RegExp('^(omninode|onex)\\.', 'u');
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
    if (data.schema_version !== undefined) {
      let data0 = data.schema_version;
      if (typeof data0 === 'string') {
        if (!pattern4.test(data0)) {
          const err0 = {
            instancePath: instancePath + '/schema_version',
            schemaPath: '#/properties/schema_version/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\d+\\.\\d+\\.\\d+$' },
            message: 'must match pattern "' + '^\\d+\\.\\d+\\.\\d+$' + '"',
            schema: '^\\d+\\.\\d+\\.\\d+$',
            parentSchema: schema31.properties.schema_version,
            data: data0,
          };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.schema_version.type,
          parentSchema: schema31.properties.schema_version,
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
    if (data.name !== undefined) {
      let data1 = data.name;
      if (typeof data1 !== 'string') {
        const err2 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.name.type,
          parentSchema: schema31.properties.name,
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
    if (data.version !== undefined) {
      let data2 = data.version;
      if (typeof data2 === 'string') {
        if (!pattern4.test(data2)) {
          const err3 = {
            instancePath: instancePath + '/version',
            schemaPath: '#/properties/version/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\d+\\.\\d+\\.\\d+$' },
            message: 'must match pattern "' + '^\\d+\\.\\d+\\.\\d+$' + '"',
            schema: '^\\d+\\.\\d+\\.\\d+$',
            parentSchema: schema31.properties.version,
            data: data2,
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/version',
          schemaPath: '#/properties/version/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.version.type,
          parentSchema: schema31.properties.version,
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
    if (data.uuid !== undefined) {
      let data3 = data.uuid;
      if (typeof data3 !== 'string') {
        const err5 = {
          instancePath: instancePath + '/uuid',
          schemaPath: '#/properties/uuid/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.uuid.type,
          parentSchema: schema31.properties.uuid,
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
    if (data.author !== undefined) {
      let data4 = data.author;
      if (typeof data4 !== 'string') {
        const err6 = {
          instancePath: instancePath + '/author',
          schemaPath: '#/properties/author/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.author.type,
          parentSchema: schema31.properties.author,
          data: data4,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined) {
      let data5 = data.created_at;
      if (typeof data5 !== 'string') {
        const err7 = {
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.created_at.type,
          parentSchema: schema31.properties.created_at,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.last_modified_at !== undefined) {
      let data6 = data.last_modified_at;
      if (typeof data6 !== 'string') {
        const err8 = {
          instancePath: instancePath + '/last_modified_at',
          schemaPath: '#/properties/last_modified_at/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.last_modified_at.type,
          parentSchema: schema31.properties.last_modified_at,
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
    if (data.description !== undefined) {
      let data7 = data.description;
      if (typeof data7 !== 'string') {
        const err9 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.description.type,
          parentSchema: schema31.properties.description,
          data: data7,
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.state_contract !== undefined) {
      let data8 = data.state_contract;
      if (typeof data8 !== 'string') {
        const err10 = {
          instancePath: instancePath + '/state_contract',
          schemaPath: '#/properties/state_contract/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.state_contract.type,
          parentSchema: schema31.properties.state_contract,
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
    if (data.lifecycle !== undefined) {
      let data9 = data.lifecycle;
      if (typeof data9 !== 'string') {
        const err11 = {
          instancePath: instancePath + '/lifecycle',
          schemaPath: '#/properties/lifecycle/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.lifecycle.type,
          parentSchema: schema31.properties.lifecycle,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (!(data9 === 'draft' || data9 === 'active' || data9 === 'deprecated' || data9 === 'archived')) {
        const err12 = {
          instancePath: instancePath + '/lifecycle',
          schemaPath: '#/properties/lifecycle/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.lifecycle.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema31.properties.lifecycle.enum,
          parentSchema: schema31.properties.lifecycle,
          data: data9,
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.hash !== undefined) {
      let data10 = data.hash;
      if (typeof data10 === 'string') {
        if (!pattern6.test(data10)) {
          const err13 = {
            instancePath: instancePath + '/hash',
            schemaPath: '#/properties/hash/pattern',
            keyword: 'pattern',
            params: { pattern: '^[0-9a-fA-F]{64}$' },
            message: 'must match pattern "' + '^[0-9a-fA-F]{64}$' + '"',
            schema: '^[0-9a-fA-F]{64}$',
            parentSchema: schema31.properties.hash,
            data: data10,
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/hash',
          schemaPath: '#/properties/hash/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.hash.type,
          parentSchema: schema31.properties.hash,
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
    if (data.entrypoint !== undefined) {
      let data11 = data.entrypoint;
      if (!(data11 && typeof data11 == 'object' && !Array.isArray(data11)) && typeof data11 !== 'string') {
        const err15 = {
          instancePath: instancePath + '/entrypoint',
          schemaPath: '#/properties/entrypoint/type',
          keyword: 'type',
          params: { type: schema31.properties.entrypoint.type },
          message: 'must be object,string',
          schema: schema31.properties.entrypoint.type,
          parentSchema: schema31.properties.entrypoint,
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
    if (data.namespace !== undefined) {
      let data12 = data.namespace;
      if (typeof data12 === 'string') {
        if (!pattern7.test(data12)) {
          const err16 = {
            instancePath: instancePath + '/namespace',
            schemaPath: '#/properties/namespace/pattern',
            keyword: 'pattern',
            params: { pattern: '^(omninode|onex)\\.' },
            message: 'must match pattern "' + '^(omninode|onex)\\.' + '"',
            schema: '^(omninode|onex)\\.',
            parentSchema: schema31.properties.namespace,
            data: data12,
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = {
          instancePath: instancePath + '/namespace',
          schemaPath: '#/properties/namespace/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.namespace.type,
          parentSchema: schema31.properties.namespace,
          data: data12,
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.meta_type !== undefined) {
      let data13 = data.meta_type;
      if (typeof data13 !== 'string') {
        const err18 = {
          instancePath: instancePath + '/meta_type',
          schemaPath: '#/properties/meta_type/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.meta_type.type,
          parentSchema: schema31.properties.meta_type,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (
        !(
          data13 === 'tool' ||
          data13 === 'validator' ||
          data13 === 'agent' ||
          data13 === 'model' ||
          data13 === 'schema' ||
          data13 === 'plugin' ||
          data13 === 'ignore_config'
        )
      ) {
        const err19 = {
          instancePath: instancePath + '/meta_type',
          schemaPath: '#/properties/meta_type/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.meta_type.enum },
          message: 'must be equal to one of the allowed values',
          schema: schema31.properties.meta_type.enum,
          parentSchema: schema31.properties.meta_type,
          data: data13,
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.node_id !== undefined) {
      let data14 = data.node_id;
      if (typeof data14 !== 'string') {
        const err20 = {
          instancePath: instancePath + '/node_id',
          schemaPath: '#/properties/node_id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.node_id.type,
          parentSchema: schema31.properties.node_id,
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
    if (data.full_id !== undefined) {
      let data15 = data.full_id;
      if (typeof data15 !== 'string') {
        const err21 = {
          instancePath: instancePath + '/full_id',
          schemaPath: '#/properties/full_id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.full_id.type,
          parentSchema: schema31.properties.full_id,
          data: data15,
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.category !== undefined) {
      let data16 = data.category;
      if (typeof data16 !== 'string') {
        const err22 = {
          instancePath: instancePath + '/category',
          schemaPath: '#/properties/category/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.category.type,
          parentSchema: schema31.properties.category,
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
    if (data.cli_adapter !== undefined) {
      let data17 = data.cli_adapter;
      if (!(data17 && typeof data17 == 'object' && !Array.isArray(data17))) {
        const err23 = {
          instancePath: instancePath + '/cli_adapter',
          schemaPath: '#/properties/cli_adapter/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.cli_adapter.type,
          parentSchema: schema31.properties.cli_adapter,
          data: data17,
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.tags !== undefined) {
      let data18 = data.tags;
      if (Array.isArray(data18)) {
        const len0 = data18.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data19 = data18[i0];
          if (typeof data19 !== 'string') {
            const err24 = {
              instancePath: instancePath + '/tags/' + i0,
              schemaPath: '#/properties/tags/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.tags.items.type,
              parentSchema: schema31.properties.tags.items,
              data: data19,
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
          instancePath: instancePath + '/tags',
          schemaPath: '#/properties/tags/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.tags.type,
          parentSchema: schema31.properties.tags,
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
    if (data.deprecated !== undefined) {
      let data20 = data.deprecated;
      if (typeof data20 !== 'boolean') {
        const err26 = {
          instancePath: instancePath + '/deprecated',
          schemaPath: '#/properties/deprecated/type',
          keyword: 'type',
          params: { type: 'boolean' },
          message: 'must be boolean',
          schema: schema31.properties.deprecated.type,
          parentSchema: schema31.properties.deprecated,
          data: data20,
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.git_commit !== undefined) {
      let data21 = data.git_commit;
      if (typeof data21 !== 'string') {
        const err27 = {
          instancePath: instancePath + '/git_commit',
          schemaPath: '#/properties/git_commit/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.git_commit.type,
          parentSchema: schema31.properties.git_commit,
          data: data21,
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.dependencies !== undefined) {
      let data22 = data.dependencies;
      if (!Array.isArray(data22)) {
        const err28 = {
          instancePath: instancePath + '/dependencies',
          schemaPath: '#/properties/dependencies/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
          schema: schema31.properties.dependencies.type,
          parentSchema: schema31.properties.dependencies,
          data: data22,
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.compatibility !== undefined) {
      let data23 = data.compatibility;
      if (!(data23 && typeof data23 == 'object' && !Array.isArray(data23))) {
        const err29 = {
          instancePath: instancePath + '/compatibility',
          schemaPath: '#/properties/compatibility/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.compatibility.type,
          parentSchema: schema31.properties.compatibility,
          data: data23,
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.trust_score_stub !== undefined) {
      let data24 = data.trust_score_stub;
      if (!(data24 && typeof data24 == 'object' && !Array.isArray(data24))) {
        const err30 = {
          instancePath: instancePath + '/trust_score_stub',
          schemaPath: '#/properties/trust_score_stub/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
          schema: schema31.properties.trust_score_stub.type,
          parentSchema: schema31.properties.trust_score_stub,
          data: data24,
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.runtime_language_hint !== undefined) {
      let data25 = data.runtime_language_hint;
      if (typeof data25 !== 'string') {
        const err31 = {
          instancePath: instancePath + '/runtime_language_hint',
          schemaPath: '#/properties/runtime_language_hint/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.runtime_language_hint.type,
          parentSchema: schema31.properties.runtime_language_hint,
          data: data25,
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.license !== undefined) {
      let data26 = data.license;
      if (typeof data26 !== 'string') {
        const err32 = {
          instancePath: instancePath + '/license',
          schemaPath: '#/properties/license/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
          schema: schema31.properties.license.type,
          parentSchema: schema31.properties.license,
          data: data26,
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
      vErrors = [err33];
    } else {
      vErrors.push(err33);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = {
  props: {
    schema_version: true,
    name: true,
    version: true,
    uuid: true,
    author: true,
    created_at: true,
    last_modified_at: true,
    description: true,
    state_contract: true,
    lifecycle: true,
    hash: true,
    entrypoint: true,
    namespace: true,
    meta_type: true,
    node_id: true,
    full_id: true,
    category: true,
    cli_adapter: true,
    tags: true,
    deprecated: true,
    git_commit: true,
    dependencies: true,
    compatibility: true,
    trust_score_stub: true,
    runtime_language_hint: true,
    license: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
