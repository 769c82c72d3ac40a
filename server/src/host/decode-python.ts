import { isAscii } from 'node:buffer';
import { LETTERS_UNREAD } from '../base/python-encoding';

/**
 * What bytes are in one of Python's encodings: a text, the offset of the first byte that is none, or that it cannot be told here. With
 * `letters`, the bytes of ASCII stand for themselves, and only the other letters cannot be told: see `unreadLetters`.
 */
export type Decoded = { readonly text: string } | { readonly invalidAt: number } | 'letters' | 'cannot tell';

/** Decodes bytes as the codec of that name does in Python. */
export function decodeAs(codec: string, bytes: Buffer): Decoded {
  if (codec === 'raw_unicode_escape' && !/\\u/i.test(bytes.toString('latin1')))
    return { text: bytes.toString('latin1') };
  if (NOT_EXTENDING_ASCII.has(codec)) return isUntouched(bytes) ? { text: bytes.toString('latin1') } : 'cannot tell';
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  if (codec === 'latin_1' || codec === 'iso8859_1') return { text: bytes.toString('latin1') };
  if (codec === 'ascii') return { invalidAt: bytes.findIndex(byte => byte > 0x7f) };
  if (codec === 'cp1252') return decodeWindows1252(bytes);
  const table = TABLES.get(codec);
  if (table === undefined) return LETTERS_UNREAD.has(codec) ? 'letters' : 'cannot tell';
  const invalidAt = bytes.findIndex(byte => table.invalid.has(byte));
  if (invalidAt >= 0) return { invalidAt };
  try {
    return { text: new TextDecoder(table.label, { fatal: true }).decode(bytes) };
  } catch {
    return table.isExact ? { invalidAt: 0 } : 'cannot tell';
  }
}

/** Codecs that read some characters of ASCII as signs of their own. */
const NOT_EXTENDING_ASCII = new Set([
  'utf_7', 'unicode_escape', 'raw_unicode_escape', 'idna', 'hz', 'cp864', 'shift_jis_2004', 'shift_jisx0213', 'iso2022_jp', 'iso2022_jp_1',
  'iso2022_jp_2', 'iso2022_jp_2004', 'iso2022_jp_3', 'iso2022_jp_ext', 'iso2022_kr',
]); // prettier-ignore

/** Whether no codec that extends ASCII, more or less, reads anything else in bytes. */
function isUntouched(bytes: Buffer): boolean {
  return isAscii(bytes) && !/[+\\~%\x0e\x0f\x1b]/.test(bytes.toString('latin1'));
}

/** Decoders of the Web that know windows-1252 take 0x80 to 0x9f for control characters in some versions of Node. */
function decodeWindows1252(bytes: Buffer): Decoded {
  const invalidAt = bytes.findIndex(byte => byte >= 0x80 && byte <= 0x9f && WINDOWS_1252[byte - 0x80] === ' ');
  if (invalidAt >= 0) return { invalidAt };
  const text = bytes.toString('latin1').replace(/[\x80-\x9f]/g, each => WINDOWS_1252.charAt(each.charCodeAt(0) - 0x80));
  return { text };
}

/** 0x80 to 0x9f; spaces stand for what is not defined. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

interface Table {
  /** The name of the decoder on the Web. */
  readonly label: string;
  /** Bytes that the decoder of the Web takes and Python does not. */
  readonly invalid: ReadonlySet<number>;
  /** Whether each byte is one letter: then Python refuses what the decoder of the Web refuses. */
  readonly isExact: boolean;
}

/** `81 83` are the bytes that Python does not take; `*` after the label, that Python may take what the Web does not. */
const TABLES: ReadonlyMap<string, Table> = new Map(
  `cp1250 windows-1250 81 83 88 90 98
cp1251 windows-1251 98
cp1253 windows-1253 81 88 8a 8c 8d 8e 8f 90 98 9a 9c 9d 9e 9f aa d2 ff
cp1254 windows-1254 81 8d 8e 8f 90 9d 9e
cp1255 windows-1255 81 8a 8c 8d 8e 8f 90 9a 9c 9d 9e 9f ca d9 da db dc dd de df fb fc ff
cp1256 windows-1256
cp1257 windows-1257 81 83 88 8a 8c 90 98 9a 9c 9f a1 a5
cp1258 windows-1258 81 8a 8d 8e 8f 90 9a 9d 9e
cp866 ibm866
iso8859_2 iso-8859-2
iso8859_3 iso-8859-3
iso8859_4 iso-8859-4
iso8859_5 iso-8859-5
iso8859_6 iso-8859-6
iso8859_7 iso-8859-7
iso8859_8 iso-8859-8
iso8859_10 iso-8859-10
iso8859_13 iso-8859-13
iso8859_14 iso-8859-14
iso8859_15 iso-8859-15
koi8_r koi8-r
koi8_u koi8-u
mac_cyrillic x-mac-cyrillic
mac_roman macintosh
utf_8 utf-8
utf_8_sig utf-8
big5 big5*
euc_jp euc-jp*
euc_kr euc-kr*
gb18030 gb18030*
gbk gbk*
gb2312 gbk*
shift_jis shift_jis*`
    .split('\n')
    .map((line): [string, Table] => {
      const [codec = '', label = '', ...invalid] = line.split(' ');
      const table = {
        label: label.replace('*', ''),
        invalid: new Set(invalid.map(each => parseInt(each, 16))),
        isExact: !label.endsWith('*'),
      };
      return [codec, table];
    }),
);
