/** Whether a text is a version as Python packages or semantic versioning write it: `1.0`, `1.0rc1`, `1.0.0-beta.2`. */
export function isVersion(text: string): boolean {
  return text.length <= 100 && /^v?\d[0-9A-Za-z]*(?:[-+._][0-9A-Za-z]+)*$/.test(text.trim());
}

/** Whether a text is a requirement as pip takes it (PEP 508): a name, extras, versions or a URL, a marker. */
export function isRequirement(text: string): boolean {
  const match = NAME.exec(text);
  if (match === null) return false;
  const rest = text.slice(match[0].length).trim();
  if (rest.startsWith('@')) return rest.length > 1;
  const [versions = ''] = rest.split(';', 1);
  const bare = /^\((.*)\)$/.exec(versions.trim())?.[1] ?? versions;
  return bare.trim() === '' || bare.split(',').every(clause => CLAUSE.test(clause));
}

const NAME = /^\s*[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?\s*(?:\[[\w\s,.-]*\])?/;
const CLAUSE = /^\s*(?:===|==|!=|<=|>=|~=|<|>)\s*[\w.*+!-]+\s*$/;
