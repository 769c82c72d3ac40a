/** Where the page of a rule can be read: what is wrong, why, and what to do. `docs/rules/` holds the same pages. */
export function rulePage(code: string): string {
  return `https://github.com/registry-intelligence/registry-intelligence/blob/main/docs/rules/${code}.md`;
}
