/** What keys need to know of a discovery (`define/configuration.ts`): one name for each set of roots. */
interface Discovery {
  readonly name: string;
}

/** A module of a discovery by its id: provided by its file, read by its companion and by what depends on it. */
export const moduleKey = (discovery: Discovery, id: string): string => `module:${discovery.name}//${id}`;
/** Dependencies that name a module in a shape that nothing reads, so that they are none. */
export const misshapenKey = (discovery: Discovery, id: string): string => `module-misshapen:${discovery.name}//${id}`;
/** Modules whose ids differ in case at most. */
export const caseKey = (discovery: Discovery, id: string): string =>
  `module-case:${discovery.name}//${id.toLowerCase()}`;
/** Modules of one folder, and modules whose ids end alike: where a mistyped id is looked for. */
export const siblingsKey = (discovery: Discovery, id: string): string =>
  `module-siblings:${discovery.name}//${id.slice(0, Math.max(0, id.lastIndexOf('.')))}`;
export const lastKey = (discovery: Discovery, id: string): string =>
  `module-last:${discovery.name}//${id.slice(id.lastIndexOf('.') + 1)}`;
/** Every module of a discovery; for answers, not for rules. */
export const modulesKey = (discovery: Discovery): string => `modules:${discovery.name}//`;
/** Companions that abort a discovery by themselves, whatever stands in the files that they belong to. */
export const abortingKey = (discovery: Discovery): string => `module-aborting:${discovery.name}//`;
/** Classes of module files and of their bases. */
export const moduleClassKey = (path: string): string => `module-classes:${path}`;
/** The same by their names. */
export const moduleClassNameKey = (path: string, name: string): string => `module-class:${path}//${name}`;
/** Entries of ID maps by the id that they give. */
export const mappedKey = (path: string, id: string): string => `mapped:${path}//${id}`;

/** The discovery and the id in a module key. */
export function moduleKeyParts(name: string): { readonly discovery: string; readonly id: string } {
  const at = name.indexOf('//');
  return { discovery: name.slice(0, at), id: name.slice(at + 2) };
}
