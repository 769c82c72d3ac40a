// Generated from schemas/module-meta.schema.json by `npm run gen`; edit that.
// @ts-nocheck
import type { Validator } from '../syntax/schema';
export const validate: Validator = validate20;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  properties: {
    description: { type: ['string', 'null'] },
    name: { type: ['string', 'null'] },
    tags: { type: ['array', 'null'], items: { type: 'string' } },
    version: { type: ['string', 'null'] },
    annotations: {
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        readonly: { type: 'boolean' },
        destructive: { type: 'boolean' },
        idempotent: { type: 'boolean' },
        requires_approval: { type: 'boolean' },
        open_world: { type: 'boolean' },
        streaming: { type: 'boolean' },
        cacheable: { type: 'boolean' },
        cache_ttl: { type: 'integer', minimum: 0 },
        cache_key_fields: { type: ['array', 'null'], items: { type: 'string' } },
        paginated: { type: 'boolean' },
        pagination_style: { type: 'string' },
        discoverable: { type: 'boolean' },
        extra: { type: 'object' },
        requiresApproval: { type: 'boolean' },
        openWorld: { type: 'boolean' },
        cacheTtl: { type: 'integer', minimum: 0 },
        cacheKeyFields: { type: ['array', 'null'], items: { type: 'string' } },
        paginationStyle: { type: 'string' },
      },
    },
    examples: {
      type: ['array', 'null'],
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title'],
        properties: {
          title: { type: 'string' },
          inputs: { type: 'object' },
          output: {},
          description: { type: ['string', 'null'] },
        },
      },
    },
    metadata: {
      type: ['object', 'null'],
      properties: {
        'x-deprecation': {
          type: 'object',
          additionalProperties: false,
          properties: {
            deprecated_since: { type: 'string' },
            sunset_version: { type: 'string' },
            sunset_date: { type: 'string' },
            migration_guide: { type: 'string' },
          },
        },
      },
    },
    documentation: { type: ['string', 'null'] },
    dependencies: {
      type: ['array', 'null'],
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['module_id'],
        properties: {
          module_id: { type: 'string' },
          version: { type: ['string', 'null'] },
          optional: { type: 'boolean' },
        },
      },
    },
    entry_point: { type: ['string', 'null'], pattern: ':', 'x-pattern': 'a file name, a colon and a class name' },
  },
};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp(':', 'u');
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
    if (data.description !== undefined) {
      let data0 = data.description;
      if (typeof data0 !== 'string' && data0 !== null) {
        const err1 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: schema31.properties.description.type },
          message: 'must be string,null',
          schema: schema31.properties.description.type,
          parentSchema: schema31.properties.description,
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
      if (typeof data1 !== 'string' && data1 !== null) {
        const err2 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: schema31.properties.name.type },
          message: 'must be string,null',
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
    if (data.tags !== undefined) {
      let data2 = data.tags;
      if (!Array.isArray(data2) && data2 !== null) {
        const err3 = {
          instancePath: instancePath + '/tags',
          schemaPath: '#/properties/tags/type',
          keyword: 'type',
          params: { type: schema31.properties.tags.type },
          message: 'must be array,null',
          schema: schema31.properties.tags.type,
          parentSchema: schema31.properties.tags,
          data: data2,
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 !== 'string') {
            const err4 = {
              instancePath: instancePath + '/tags/' + i0,
              schemaPath: '#/properties/tags/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.tags.items.type,
              parentSchema: schema31.properties.tags.items,
              data: data3,
            };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      }
    }
    if (data.version !== undefined) {
      let data4 = data.version;
      if (typeof data4 !== 'string' && data4 !== null) {
        const err5 = {
          instancePath: instancePath + '/version',
          schemaPath: '#/properties/version/type',
          keyword: 'type',
          params: { type: schema31.properties.version.type },
          message: 'must be string,null',
          schema: schema31.properties.version.type,
          parentSchema: schema31.properties.version,
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
    if (data.annotations !== undefined) {
      let data5 = data.annotations;
      if (!(data5 && typeof data5 == 'object' && !Array.isArray(data5)) && data5 !== null) {
        const err6 = {
          instancePath: instancePath + '/annotations',
          schemaPath: '#/properties/annotations/type',
          keyword: 'type',
          params: { type: schema31.properties.annotations.type },
          message: 'must be object,null',
          schema: schema31.properties.annotations.type,
          parentSchema: schema31.properties.annotations,
          data: data5,
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!func1.call(schema31.properties.annotations.properties, key1)) {
            const err7 = {
              instancePath: instancePath + '/annotations',
              schemaPath: '#/properties/annotations/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
              schema: false,
              parentSchema: schema31.properties.annotations,
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
        if (data5.readonly !== undefined) {
          let data6 = data5.readonly;
          if (typeof data6 !== 'boolean') {
            const err8 = {
              instancePath: instancePath + '/annotations/readonly',
              schemaPath: '#/properties/annotations/properties/readonly/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.readonly.type,
              parentSchema: schema31.properties.annotations.properties.readonly,
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
        if (data5.destructive !== undefined) {
          let data7 = data5.destructive;
          if (typeof data7 !== 'boolean') {
            const err9 = {
              instancePath: instancePath + '/annotations/destructive',
              schemaPath: '#/properties/annotations/properties/destructive/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.destructive.type,
              parentSchema: schema31.properties.annotations.properties.destructive,
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
        if (data5.idempotent !== undefined) {
          let data8 = data5.idempotent;
          if (typeof data8 !== 'boolean') {
            const err10 = {
              instancePath: instancePath + '/annotations/idempotent',
              schemaPath: '#/properties/annotations/properties/idempotent/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.idempotent.type,
              parentSchema: schema31.properties.annotations.properties.idempotent,
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
        if (data5.requires_approval !== undefined) {
          let data9 = data5.requires_approval;
          if (typeof data9 !== 'boolean') {
            const err11 = {
              instancePath: instancePath + '/annotations/requires_approval',
              schemaPath: '#/properties/annotations/properties/requires_approval/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.requires_approval.type,
              parentSchema: schema31.properties.annotations.properties.requires_approval,
              data: data9,
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data5.open_world !== undefined) {
          let data10 = data5.open_world;
          if (typeof data10 !== 'boolean') {
            const err12 = {
              instancePath: instancePath + '/annotations/open_world',
              schemaPath: '#/properties/annotations/properties/open_world/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.open_world.type,
              parentSchema: schema31.properties.annotations.properties.open_world,
              data: data10,
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data5.streaming !== undefined) {
          let data11 = data5.streaming;
          if (typeof data11 !== 'boolean') {
            const err13 = {
              instancePath: instancePath + '/annotations/streaming',
              schemaPath: '#/properties/annotations/properties/streaming/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.streaming.type,
              parentSchema: schema31.properties.annotations.properties.streaming,
              data: data11,
            };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.cacheable !== undefined) {
          let data12 = data5.cacheable;
          if (typeof data12 !== 'boolean') {
            const err14 = {
              instancePath: instancePath + '/annotations/cacheable',
              schemaPath: '#/properties/annotations/properties/cacheable/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.cacheable.type,
              parentSchema: schema31.properties.annotations.properties.cacheable,
              data: data12,
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.cache_ttl !== undefined) {
          let data13 = data5.cache_ttl;
          if (!(typeof data13 == 'number' && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
            const err15 = {
              instancePath: instancePath + '/annotations/cache_ttl',
              schemaPath: '#/properties/annotations/properties/cache_ttl/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
              schema: schema31.properties.annotations.properties.cache_ttl.type,
              parentSchema: schema31.properties.annotations.properties.cache_ttl,
              data: data13,
            };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (typeof data13 == 'number' && isFinite(data13)) {
            if (data13 < 0 || isNaN(data13)) {
              const err16 = {
                instancePath: instancePath + '/annotations/cache_ttl',
                schemaPath: '#/properties/annotations/properties/cache_ttl/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
                schema: 0,
                parentSchema: schema31.properties.annotations.properties.cache_ttl,
                data: data13,
              };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
        if (data5.cache_key_fields !== undefined) {
          let data14 = data5.cache_key_fields;
          if (!Array.isArray(data14) && data14 !== null) {
            const err17 = {
              instancePath: instancePath + '/annotations/cache_key_fields',
              schemaPath: '#/properties/annotations/properties/cache_key_fields/type',
              keyword: 'type',
              params: { type: schema31.properties.annotations.properties.cache_key_fields.type },
              message: 'must be array,null',
              schema: schema31.properties.annotations.properties.cache_key_fields.type,
              parentSchema: schema31.properties.annotations.properties.cache_key_fields,
              data: data14,
            };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (Array.isArray(data14)) {
            const len1 = data14.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data15 = data14[i1];
              if (typeof data15 !== 'string') {
                const err18 = {
                  instancePath: instancePath + '/annotations/cache_key_fields/' + i1,
                  schemaPath: '#/properties/annotations/properties/cache_key_fields/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.annotations.properties.cache_key_fields.items.type,
                  parentSchema: schema31.properties.annotations.properties.cache_key_fields.items,
                  data: data15,
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          }
        }
        if (data5.paginated !== undefined) {
          let data16 = data5.paginated;
          if (typeof data16 !== 'boolean') {
            const err19 = {
              instancePath: instancePath + '/annotations/paginated',
              schemaPath: '#/properties/annotations/properties/paginated/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.paginated.type,
              parentSchema: schema31.properties.annotations.properties.paginated,
              data: data16,
            };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data5.pagination_style !== undefined) {
          let data17 = data5.pagination_style;
          if (typeof data17 !== 'string') {
            const err20 = {
              instancePath: instancePath + '/annotations/pagination_style',
              schemaPath: '#/properties/annotations/properties/pagination_style/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.annotations.properties.pagination_style.type,
              parentSchema: schema31.properties.annotations.properties.pagination_style,
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
        if (data5.discoverable !== undefined) {
          let data18 = data5.discoverable;
          if (typeof data18 !== 'boolean') {
            const err21 = {
              instancePath: instancePath + '/annotations/discoverable',
              schemaPath: '#/properties/annotations/properties/discoverable/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.discoverable.type,
              parentSchema: schema31.properties.annotations.properties.discoverable,
              data: data18,
            };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data5.extra !== undefined) {
          let data19 = data5.extra;
          if (!(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
            const err22 = {
              instancePath: instancePath + '/annotations/extra',
              schemaPath: '#/properties/annotations/properties/extra/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.annotations.properties.extra.type,
              parentSchema: schema31.properties.annotations.properties.extra,
              data: data19,
            };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data5.requiresApproval !== undefined) {
          let data20 = data5.requiresApproval;
          if (typeof data20 !== 'boolean') {
            const err23 = {
              instancePath: instancePath + '/annotations/requiresApproval',
              schemaPath: '#/properties/annotations/properties/requiresApproval/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.requiresApproval.type,
              parentSchema: schema31.properties.annotations.properties.requiresApproval,
              data: data20,
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data5.openWorld !== undefined) {
          let data21 = data5.openWorld;
          if (typeof data21 !== 'boolean') {
            const err24 = {
              instancePath: instancePath + '/annotations/openWorld',
              schemaPath: '#/properties/annotations/properties/openWorld/type',
              keyword: 'type',
              params: { type: 'boolean' },
              message: 'must be boolean',
              schema: schema31.properties.annotations.properties.openWorld.type,
              parentSchema: schema31.properties.annotations.properties.openWorld,
              data: data21,
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data5.cacheTtl !== undefined) {
          let data22 = data5.cacheTtl;
          if (!(typeof data22 == 'number' && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
            const err25 = {
              instancePath: instancePath + '/annotations/cacheTtl',
              schemaPath: '#/properties/annotations/properties/cacheTtl/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
              schema: schema31.properties.annotations.properties.cacheTtl.type,
              parentSchema: schema31.properties.annotations.properties.cacheTtl,
              data: data22,
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data22 == 'number' && isFinite(data22)) {
            if (data22 < 0 || isNaN(data22)) {
              const err26 = {
                instancePath: instancePath + '/annotations/cacheTtl',
                schemaPath: '#/properties/annotations/properties/cacheTtl/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
                schema: 0,
                parentSchema: schema31.properties.annotations.properties.cacheTtl,
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
        }
        if (data5.cacheKeyFields !== undefined) {
          let data23 = data5.cacheKeyFields;
          if (!Array.isArray(data23) && data23 !== null) {
            const err27 = {
              instancePath: instancePath + '/annotations/cacheKeyFields',
              schemaPath: '#/properties/annotations/properties/cacheKeyFields/type',
              keyword: 'type',
              params: { type: schema31.properties.annotations.properties.cacheKeyFields.type },
              message: 'must be array,null',
              schema: schema31.properties.annotations.properties.cacheKeyFields.type,
              parentSchema: schema31.properties.annotations.properties.cacheKeyFields,
              data: data23,
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (Array.isArray(data23)) {
            const len2 = data23.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data24 = data23[i2];
              if (typeof data24 !== 'string') {
                const err28 = {
                  instancePath: instancePath + '/annotations/cacheKeyFields/' + i2,
                  schemaPath: '#/properties/annotations/properties/cacheKeyFields/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.annotations.properties.cacheKeyFields.items.type,
                  parentSchema: schema31.properties.annotations.properties.cacheKeyFields.items,
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
          }
        }
        if (data5.paginationStyle !== undefined) {
          let data25 = data5.paginationStyle;
          if (typeof data25 !== 'string') {
            const err29 = {
              instancePath: instancePath + '/annotations/paginationStyle',
              schemaPath: '#/properties/annotations/properties/paginationStyle/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
              schema: schema31.properties.annotations.properties.paginationStyle.type,
              parentSchema: schema31.properties.annotations.properties.paginationStyle,
              data: data25,
            };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      }
    }
    if (data.examples !== undefined) {
      let data26 = data.examples;
      if (!Array.isArray(data26) && data26 !== null) {
        const err30 = {
          instancePath: instancePath + '/examples',
          schemaPath: '#/properties/examples/type',
          keyword: 'type',
          params: { type: schema31.properties.examples.type },
          message: 'must be array,null',
          schema: schema31.properties.examples.type,
          parentSchema: schema31.properties.examples,
          data: data26,
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (Array.isArray(data26)) {
        const len3 = data26.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data27 = data26[i3];
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            if (data27.title === undefined) {
              const err31 = {
                instancePath: instancePath + '/examples/' + i3,
                schemaPath: '#/properties/examples/items/required',
                keyword: 'required',
                params: { missingProperty: 'title' },
                message: "must have required property '" + 'title' + "'",
                schema: schema31.properties.examples.items.required,
                parentSchema: schema31.properties.examples.items,
                data: data27,
              };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            for (const key2 in data27) {
              if (!(key2 === 'title' || key2 === 'inputs' || key2 === 'output' || key2 === 'description')) {
                const err32 = {
                  instancePath: instancePath + '/examples/' + i3,
                  schemaPath: '#/properties/examples/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key2 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.examples.items,
                  data: data27,
                };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data27.title !== undefined) {
              let data28 = data27.title;
              if (typeof data28 !== 'string') {
                const err33 = {
                  instancePath: instancePath + '/examples/' + i3 + '/title',
                  schemaPath: '#/properties/examples/items/properties/title/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.examples.items.properties.title.type,
                  parentSchema: schema31.properties.examples.items.properties.title,
                  data: data28,
                };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data27.inputs !== undefined) {
              let data29 = data27.inputs;
              if (!(data29 && typeof data29 == 'object' && !Array.isArray(data29))) {
                const err34 = {
                  instancePath: instancePath + '/examples/' + i3 + '/inputs',
                  schemaPath: '#/properties/examples/items/properties/inputs/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                  schema: schema31.properties.examples.items.properties.inputs.type,
                  parentSchema: schema31.properties.examples.items.properties.inputs,
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
            if (data27.description !== undefined) {
              let data30 = data27.description;
              if (typeof data30 !== 'string' && data30 !== null) {
                const err35 = {
                  instancePath: instancePath + '/examples/' + i3 + '/description',
                  schemaPath: '#/properties/examples/items/properties/description/type',
                  keyword: 'type',
                  params: { type: schema31.properties.examples.items.properties.description.type },
                  message: 'must be string,null',
                  schema: schema31.properties.examples.items.properties.description.type,
                  parentSchema: schema31.properties.examples.items.properties.description,
                  data: data30,
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
              instancePath: instancePath + '/examples/' + i3,
              schemaPath: '#/properties/examples/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.examples.items.type,
              parentSchema: schema31.properties.examples.items,
              data: data27,
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      }
    }
    if (data.metadata !== undefined) {
      let data31 = data.metadata;
      if (!(data31 && typeof data31 == 'object' && !Array.isArray(data31)) && data31 !== null) {
        const err37 = {
          instancePath: instancePath + '/metadata',
          schemaPath: '#/properties/metadata/type',
          keyword: 'type',
          params: { type: schema31.properties.metadata.type },
          message: 'must be object,null',
          schema: schema31.properties.metadata.type,
          parentSchema: schema31.properties.metadata,
          data: data31,
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
        if (data31['x-deprecation'] !== undefined) {
          let data32 = data31['x-deprecation'];
          if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
            for (const key3 in data32) {
              if (
                !(
                  key3 === 'deprecated_since' ||
                  key3 === 'sunset_version' ||
                  key3 === 'sunset_date' ||
                  key3 === 'migration_guide'
                )
              ) {
                const err38 = {
                  instancePath: instancePath + '/metadata/x-deprecation',
                  schemaPath: '#/properties/metadata/properties/x-deprecation/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.metadata.properties['x-deprecation'],
                  data: data32,
                };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data32.deprecated_since !== undefined) {
              let data33 = data32.deprecated_since;
              if (typeof data33 !== 'string') {
                const err39 = {
                  instancePath: instancePath + '/metadata/x-deprecation/deprecated_since',
                  schemaPath: '#/properties/metadata/properties/x-deprecation/properties/deprecated_since/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.metadata.properties['x-deprecation'].properties.deprecated_since.type,
                  parentSchema: schema31.properties.metadata.properties['x-deprecation'].properties.deprecated_since,
                  data: data33,
                };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data32.sunset_version !== undefined) {
              let data34 = data32.sunset_version;
              if (typeof data34 !== 'string') {
                const err40 = {
                  instancePath: instancePath + '/metadata/x-deprecation/sunset_version',
                  schemaPath: '#/properties/metadata/properties/x-deprecation/properties/sunset_version/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.metadata.properties['x-deprecation'].properties.sunset_version.type,
                  parentSchema: schema31.properties.metadata.properties['x-deprecation'].properties.sunset_version,
                  data: data34,
                };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data32.sunset_date !== undefined) {
              let data35 = data32.sunset_date;
              if (typeof data35 !== 'string') {
                const err41 = {
                  instancePath: instancePath + '/metadata/x-deprecation/sunset_date',
                  schemaPath: '#/properties/metadata/properties/x-deprecation/properties/sunset_date/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.metadata.properties['x-deprecation'].properties.sunset_date.type,
                  parentSchema: schema31.properties.metadata.properties['x-deprecation'].properties.sunset_date,
                  data: data35,
                };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            if (data32.migration_guide !== undefined) {
              let data36 = data32.migration_guide;
              if (typeof data36 !== 'string') {
                const err42 = {
                  instancePath: instancePath + '/metadata/x-deprecation/migration_guide',
                  schemaPath: '#/properties/metadata/properties/x-deprecation/properties/migration_guide/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.metadata.properties['x-deprecation'].properties.migration_guide.type,
                  parentSchema: schema31.properties.metadata.properties['x-deprecation'].properties.migration_guide,
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
              instancePath: instancePath + '/metadata/x-deprecation',
              schemaPath: '#/properties/metadata/properties/x-deprecation/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.metadata.properties['x-deprecation'].type,
              parentSchema: schema31.properties.metadata.properties['x-deprecation'],
              data: data32,
            };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      }
    }
    if (data.documentation !== undefined) {
      let data37 = data.documentation;
      if (typeof data37 !== 'string' && data37 !== null) {
        const err44 = {
          instancePath: instancePath + '/documentation',
          schemaPath: '#/properties/documentation/type',
          keyword: 'type',
          params: { type: schema31.properties.documentation.type },
          message: 'must be string,null',
          schema: schema31.properties.documentation.type,
          parentSchema: schema31.properties.documentation,
          data: data37,
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.dependencies !== undefined) {
      let data38 = data.dependencies;
      if (!Array.isArray(data38) && data38 !== null) {
        const err45 = {
          instancePath: instancePath + '/dependencies',
          schemaPath: '#/properties/dependencies/type',
          keyword: 'type',
          params: { type: schema31.properties.dependencies.type },
          message: 'must be array,null',
          schema: schema31.properties.dependencies.type,
          parentSchema: schema31.properties.dependencies,
          data: data38,
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      if (Array.isArray(data38)) {
        const len4 = data38.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data39 = data38[i4];
          if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
            if (data39.module_id === undefined) {
              const err46 = {
                instancePath: instancePath + '/dependencies/' + i4,
                schemaPath: '#/properties/dependencies/items/required',
                keyword: 'required',
                params: { missingProperty: 'module_id' },
                message: "must have required property '" + 'module_id' + "'",
                schema: schema31.properties.dependencies.items.required,
                parentSchema: schema31.properties.dependencies.items,
                data: data39,
              };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            for (const key4 in data39) {
              if (!(key4 === 'module_id' || key4 === 'version' || key4 === 'optional')) {
                const err47 = {
                  instancePath: instancePath + '/dependencies/' + i4,
                  schemaPath: '#/properties/dependencies/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key4 },
                  message: 'must NOT have additional properties',
                  schema: false,
                  parentSchema: schema31.properties.dependencies.items,
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
            if (data39.module_id !== undefined) {
              let data40 = data39.module_id;
              if (typeof data40 !== 'string') {
                const err48 = {
                  instancePath: instancePath + '/dependencies/' + i4 + '/module_id',
                  schemaPath: '#/properties/dependencies/items/properties/module_id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                  schema: schema31.properties.dependencies.items.properties.module_id.type,
                  parentSchema: schema31.properties.dependencies.items.properties.module_id,
                  data: data40,
                };
                if (vErrors === null) {
                  vErrors = [err48];
                } else {
                  vErrors.push(err48);
                }
                errors++;
              }
            }
            if (data39.version !== undefined) {
              let data41 = data39.version;
              if (typeof data41 !== 'string' && data41 !== null) {
                const err49 = {
                  instancePath: instancePath + '/dependencies/' + i4 + '/version',
                  schemaPath: '#/properties/dependencies/items/properties/version/type',
                  keyword: 'type',
                  params: { type: schema31.properties.dependencies.items.properties.version.type },
                  message: 'must be string,null',
                  schema: schema31.properties.dependencies.items.properties.version.type,
                  parentSchema: schema31.properties.dependencies.items.properties.version,
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
            if (data39.optional !== undefined) {
              let data42 = data39.optional;
              if (typeof data42 !== 'boolean') {
                const err50 = {
                  instancePath: instancePath + '/dependencies/' + i4 + '/optional',
                  schemaPath: '#/properties/dependencies/items/properties/optional/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                  message: 'must be boolean',
                  schema: schema31.properties.dependencies.items.properties.optional.type,
                  parentSchema: schema31.properties.dependencies.items.properties.optional,
                  data: data42,
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
              instancePath: instancePath + '/dependencies/' + i4,
              schemaPath: '#/properties/dependencies/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
              schema: schema31.properties.dependencies.items.type,
              parentSchema: schema31.properties.dependencies.items,
              data: data39,
            };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      }
    }
    if (data.entry_point !== undefined) {
      let data43 = data.entry_point;
      if (typeof data43 !== 'string' && data43 !== null) {
        const err52 = {
          instancePath: instancePath + '/entry_point',
          schemaPath: '#/properties/entry_point/type',
          keyword: 'type',
          params: { type: schema31.properties.entry_point.type },
          message: 'must be string,null',
          schema: schema31.properties.entry_point.type,
          parentSchema: schema31.properties.entry_point,
          data: data43,
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      if (typeof data43 === 'string') {
        if (!pattern4.test(data43)) {
          const err53 = {
            instancePath: instancePath + '/entry_point',
            schemaPath: '#/properties/entry_point/pattern',
            keyword: 'pattern',
            params: { pattern: ':' },
            message: 'must match pattern "' + ':' + '"',
            schema: ':',
            parentSchema: schema31.properties.entry_point,
            data: data43,
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      }
    }
  } else {
    const err54 = {
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
      vErrors = [err54];
    } else {
      vErrors.push(err54);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
