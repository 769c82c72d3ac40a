import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const CLIENT = path.join(import.meta.dirname, '..', '..', 'client');

function sources(folder: string): [name: string, text: string][] {
  const names = fs.readdirSync(path.join(CLIENT, folder)).filter(name => name.endsWith('.ts'));
  return names.map(name => [name, fs.readFileSync(path.join(CLIENT, folder, name), 'utf8')]);
}

/** Whatever makes markup or code of a text. */
const SINKS =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc|eval|setHTML\w*)\b|document\.write|new Function|javascript:/;
/** Attributes that a browser obeys. */
const OBEYED =
  /(?:setAttribute(?:NS)?\(|[{,]\s*)['"]?(?:on[a-z]+|href|xlink:href|src|srcdoc|formaction)['"]?\s*[,:]\s*[^'"\s]/;

describe('pages', () => {
  it('make no markup, code or address of anything that they are told', () => {
    for (const [name, text] of sources('webview')) {
      assert.doesNotMatch(text, SINKS, name);
      assert.doesNotMatch(text, OBEYED, name);
    }
  });

  it('may load nothing, and run only the script that was put there', () => {
    const policies = sources('src').flatMap(([name, text]) =>
      [...text.matchAll(/default-src[^`"]*/g)].map(([policy]) => [name, policy] as const),
    );
    assert.deepEqual(policies.map(([name]) => name).sort(), ['markdown-panel.ts', 'page-html.ts']);
    for (const [name, policy] of policies) {
      assert.match(policy, /default-src 'none'/, name);
      assert.match(policy, /script-src 'nonce-\$\{nonce\}'/, name);
      assert.doesNotMatch(policy, /unsafe|https?:|\*|data:/, name);
    }
  });
});
