import type { RuleDoc } from '../../rules/rule';

/** Where the page of a rule can be read: what is wrong, why, and what to do. `docs/rules/` holds the same pages. */
export function rulePage(code: string): string {
  return `https://github.com/registry-intelligence/registry-intelligence/blob/main/docs/rules/${code}.md`;
}

/** The page of a rule as Markdown: that of `docs/rules/`, and what an editor shows without asking the network. */
export function rulePageText(rule: RuleDoc): string {
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
      const body = (named?.[2] ?? part).trimEnd();
      const language = path === undefined || path.endsWith('.py') ? 'python' : 'yaml';
      return `${path === undefined ? '' : `\`${path}\`\n\n`}\`\`\`${language}\n${body}\n\`\`\`\n`;
    })
    .join('\n');
}
