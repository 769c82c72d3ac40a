import { RULES } from '../server/src/rules/index';
import type { Rule } from '../server/src/rules/rule';

/** A page per rule in `docs/rules/<family>/`, and the list of them. */
export function rulePages(): [string, string][] {
  const pages = RULES.map(rule => [`docs/rules/${rule.code}.md`, page(rule)] as [string, string]);
  return [...pages, ['docs/rules/README.md', list()]];
}

function page(rule: Rule): string {
  return `# ${rule.code}

${rule.summary}

Severity: **${rule.severity}**

## Why it matters

${rule.why}

## What to do

${rule.remedy}

## Example

Reported:

${example(rule.bad)}
Not reported:

${example(rule.good)}
## Silencing it

On its line: \`# registry: ignore[${rule.code}]\`. In a whole file, at its top: \`# registry: ignore-file[${rule.code}]\`.
For the whole repository, some paths or some workspaces, in \`registry-intelligence.yaml\`:

\`\`\`yaml
rules:
  - code: ${rule.code}
    severity: off
\`\`\`
`;
}

/** The files of an example, each under its path; the carets that mark the finding stay. */
function example(text: string): string {
  return text
    .split(/^(?=#- )/m)
    .filter(part => part.trim() !== '')
    .map(part => {
      const named = /^#- (.*)\n([\s\S]*)$/.exec(part);
      const path = named?.[1];
      const body = (named?.[2] ?? part).replace(/\n+$/, '');
      const language = path === undefined || path.endsWith('.py') ? 'python' : 'yaml';
      return `${path === undefined ? '' : `\`${path}\`\n\n`}\`\`\`${language}\n${body}\n\`\`\`\n`;
    })
    .join('\n');
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
