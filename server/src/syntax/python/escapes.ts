import { defined } from '../../base/defined';

const ESCAPE =
  /\\(?:(\r\n|[\n\r])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\\'"abfnrtv])|N\{)/g;

const LETTERS: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Undoes the escapes of a string literal's text; nothing if it names a character by its Unicode name. */
export function unescape(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  let unknown = 0;
  const value = text.replace(
    ESCAPE,
    (whole, line?: string, octal?: string, byte?: string, unit?: string, point?: string, letter?: string) => {
      if (line !== undefined) return '';
      if (letter !== undefined) return defined(LETTERS[letter], 'what an escaped letter means');
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      const hex = byte ?? unit ?? point;
      if (hex !== undefined && parseInt(hex, 16) <= 0x10ffff) return String.fromCodePoint(parseInt(hex, 16));
      unknown++;
      return whole;
    },
  );
  return unknown === 0 ? value : undefined;
}

/** Undoes the escapes of a bytes literal, in which Unicode has none; nothing if it has more than bytes in it. */
export function unescapeBytes(text: string): string | undefined {
  const kept = text.replace(/\\([^])/g, (whole, letter: string) => (/[uUN]/.test(letter) ? `\\\\${letter}` : whole));
  const bytes = unescape(kept)?.replace(/[\u0100-\u01ff]/g, letter => String.fromCharCode(letter.charCodeAt(0) & 0xff));
  return bytes !== undefined && /^[\0-\xff]*$/.test(bytes) ? bytes : undefined;
}
