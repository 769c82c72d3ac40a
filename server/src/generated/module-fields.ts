// Generated from the schemas by `npm run gen`; edit those.
import type { FieldDoc } from '../model/field-doc';

/** The fields of a companion. */
export const COMPANION_FIELDS: readonly FieldDoc[] = [
  {
    name: 'description',
    type: 'text',
    description:
      "What the module does, in place of the description of its class. An empty text leaves the class's. The class needs a description of its own all the same, or the module is not valid.",
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'name',
    type: 'text',
    description: "A name for people. An empty text leaves the class's. The id of the module comes from its path.",
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'tags',
    type: 'list of texts',
    description: 'Words to find the module by. The list replaces that of the class, even when it is empty.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'version',
    type: 'text',
    description:
      "The version that constraints of dependents are held against: this one, else the class's, else `1.0.0`. Quote it: YAML reads `1.10` as the number 1.1.",
    loaded: false,
    words: ['1.0.0'],
    closed: false,
  },
  {
    name: 'annotations',
    type: 'mapping',
    description:
      'How the module behaves, for those who call it. Each key wins by itself over the same one of the class; keys that are not known are ignored.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'examples',
    type: 'list',
    description: 'Calls with what comes of them. They replace those of the class.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'metadata',
    type: 'mapping',
    description: 'Anything else. Its keys are laid over those of the class.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'documentation',
    type: 'text',
    description: 'A longer text about the module, in Markdown.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'dependencies',
    type: 'list',
    description:
      'Modules that have to be registered before this one. Each item is a mapping; anything else crashes the discovery.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'entry_point',
    type: 'text',
    description:
      'The class to take, as `file:Class`, where the file has several. What stands before the colon is not looked at.',
    loaded: false,
    words: ['send_email:SendEmail'],
    closed: false,
  },
];

/** The keys of `annotations`. */
export const ANNOTATION_FIELDS: readonly FieldDoc[] = [
  {
    name: 'readonly',
    type: 'true or false',
    description: 'It changes nothing.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'destructive',
    type: 'true or false',
    description: 'It may delete or overwrite something for good.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'idempotent',
    type: 'true or false',
    description: 'Calling it again with the same input changes nothing more.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'requires_approval',
    type: 'true or false',
    description: 'A person has to agree before it runs.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'open_world',
    type: 'true or false',
    description: 'It reaches systems outside of the application. True unless it is said.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'streaming',
    type: 'true or false',
    description: 'It hands out its result piece by piece.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'cacheable',
    type: 'true or false',
    description: 'Its result may be kept and given again for the same input.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'cache_ttl',
    type: 'whole number',
    description: 'For how many seconds a result may be kept. Means nothing unless the module is cacheable.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'cache_key_fields',
    type: 'list of texts',
    description:
      'The input fields that tell kept results apart; all of them where nothing is said. Means nothing unless the module is cacheable.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'paginated',
    type: 'true or false',
    description: 'It hands out its result page by page.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'pagination_style',
    type: 'text',
    description: 'How a page is asked for. Means nothing unless the module is paginated.',
    loaded: false,
    words: ['cursor', 'offset', 'page'],
    closed: false,
  },
  {
    name: 'discoverable',
    type: 'true or false',
    description: 'Whether it is shown in lists of modules. Read by the TypeScript implementation only.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'extra',
    type: 'mapping',
    description: 'Whatever else callers have agreed on.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'requiresApproval',
    type: 'true or false',
    description: '`requires_approval`, as the TypeScript implementation calls it.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'openWorld',
    type: 'true or false',
    description: '`open_world`, as the TypeScript implementation calls it.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
  {
    name: 'cacheTtl',
    type: 'whole number',
    description: '`cache_ttl`, as the TypeScript implementation calls it.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'cacheKeyFields',
    type: 'list of texts',
    description: '`cache_key_fields`, as the TypeScript implementation calls it.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'paginationStyle',
    type: 'text',
    description: '`pagination_style`, as the TypeScript implementation calls it.',
    loaded: false,
    words: [],
    closed: false,
  },
];

/** The keys of an item of `dependencies`. */
export const DEPENDENCY_FIELDS: readonly FieldDoc[] = [
  {
    name: 'module_id',
    type: 'text',
    description:
      'The id of the module. An item without it is passed over with a warning; the same id twice in one list blocks the discovery.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'version',
    type: 'text',
    description:
      'Versions that will do: comparisons such as `>=1.2.0,<2`, `^1.2` and `~1.2`, joined by commas; `1.2` means any 1.2.x. Quote it: a number crashes the discovery.',
    loaded: false,
    words: ['>=1.0.0', '^1.0.0', '~1.2'],
    closed: false,
  },
  {
    name: 'optional',
    type: 'true or false',
    description:
      'The discovery goes on without the module. While it is there, it still has to come first, so a cycle stays a cycle.',
    loaded: false,
    words: ['true', 'false'],
    closed: false,
  },
];

/** The keys of an item of `examples`. */
export const EXAMPLE_FIELDS: readonly FieldDoc[] = [
  {
    name: 'title',
    type: 'text',
    description: 'What the example shows. Without it the whole discovery aborts.',
    loaded: false,
    words: [],
    closed: false,
  },
  { name: 'inputs', type: 'mapping', description: 'The input of the call.', loaded: false, words: [], closed: false },
  { name: 'output', type: 'anything', description: 'What the call returns.', loaded: false, words: [], closed: false },
  {
    name: 'description',
    type: 'text',
    description: 'More about the example.',
    loaded: false,
    words: [],
    closed: false,
  },
];

/** The keys of `x-deprecation`. */
export const DEPRECATION_FIELDS: readonly FieldDoc[] = [
  {
    name: 'deprecated_since',
    type: 'text',
    description: 'The version that it is deprecated since.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'sunset_version',
    type: 'text',
    description: 'The version that it is gone in.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'sunset_date',
    type: 'text',
    description: 'The day that it is gone on, as `2026-01-31`.',
    loaded: false,
    words: [],
    closed: false,
  },
  {
    name: 'migration_guide',
    type: 'text',
    description: 'What to use in its place, in words or as an address.',
    loaded: false,
    words: [],
    closed: false,
  },
];
