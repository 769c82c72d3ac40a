import type { FromPage, ToPage } from '../src/messages';

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCode;

/** The connection of the page with the extension; VS Code gives it out only once. */
export const vscode = acquireVsCodeApi();

/** Calls `show` with the data of the page now, and whenever there is newer data. */
export function listen<Data>(show: (message: ToPage<Data>) => void): void {
  addEventListener('message', (event: MessageEvent<ToPage<Data>>) => show(event.data));
  vscode.postMessage({ kind: 'ready' });
}

/** `value`, which the page or the scene always has. Should it be missing all the same, the error says what. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`${what} is missing`);
  return value;
}

/** The element of the page with that id; the page has all that the scripts ask for. */
export function byId(id: string): HTMLElement {
  return present(document.getElementById(id), `the element '${id}' of the page`);
}

/**
 * Makes an element. Strings become text, never markup: they may hold anything that users type into their registries.
 * `attributes` are set as they are.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button that reads as a link, since it leads to a place. */
export function link(text: string, label: string, follow: () => void): HTMLButtonElement {
  const button = make('button', { class: 'link', type: 'button', title: label, 'aria-label': label }, text);
  button.addEventListener('click', follow);
  return button;
}

/** A link to the place with that number; plain text where there is none. */
export function placeLink(text: string, label: string, at: number | undefined): Node {
  return at === undefined ? make('span', {}, text) : link(text, label, () => vscode.postMessage({ kind: 'open', at }));
}

/** `{0}` and so on are replaced by the values. */
export function fill(text: string | undefined, ...values: (string | number)[]): string {
  return (text ?? '').replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
