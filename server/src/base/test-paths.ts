/** Whether a path is that of a test or mock: what such files register, call or build is none of the product's. */
export function isTestPath(path: string): boolean {
  if (!path.includes('test') && !path.includes('mock') && !path.includes('fixture')) return false;
  return /(^|\/)(tests?|testing|mocks?|fixtures?)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
}
