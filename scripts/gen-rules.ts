import { RULES } from '../server/src/rules/index';
import { rulePageText } from '../server/src/features/text/rule-page';

/** A page per rule in `docs/rules/<family>/`, and the list of them. */
export function rulePages(): [string, string][] {
  const pages = RULES.map(rule => [`docs/rules/${rule.code}.md`, rulePageText(rule)] as [string, string]);
  return [...pages, ['docs/rules/README.md', list()]];
}

function list(): string {
  const rows = RULES.map(rule => `| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${rule.summary} |`);
  return `# Rules

Generated from the rule table by \`npm run gen\`. Severities are defaults; \`registry-intelligence.yaml\` changes them.

| rule | severity | what |
| --- | --- | --- |
${rows.join('\n')}
`;
}
