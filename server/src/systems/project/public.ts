/**
 * What rules and features may ask of the project file and policy packs. Everything else in this folder is its own business: it may be moved or
 * changed without looking anywhere else.
 */
export { INVALID } from './codes';
export { isPackPath } from './read-pack';
