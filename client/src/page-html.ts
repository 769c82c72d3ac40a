/** What differs from page to page. */
export interface PageKind {
  readonly viewType: string;
  readonly title: string;
  /** The file of its script in `dist/webview`. */
  readonly script: string;
  /** The request of `protocol.ts` whose answer the page shows; the answer has `places`. */
  readonly request: string;
  /** Trusted markup: nothing of a user's is in it. */
  readonly body: string;
  readonly bodyClass: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** What a page is made of: its parts are in the page itself, so that it needs to load nothing at all, and may not. */
interface PageParts {
  readonly style: string;
  readonly script: string;
  readonly nonce: string;
  readonly language: string;
}

/** The markup of a page, with the policy that keeps it from loading and running anything else. */
export function pageHtml({ title, body, bodyClass }: PageKind, { style, script, nonce, language }: PageParts): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body class="${bodyClass}">
${body}
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

/** Escapes words for the markup of a page: translators wrote them, not we. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

/** A nonce for the content security policy of one page. A browser's worker can make one as well. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
