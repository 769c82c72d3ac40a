import { Kind, type PythonDepth, type PythonTree, type SyntaxProblem } from './tree';

type Tok = { t: string; s: number; e: number; v: string };

/** Interim reader, to be replaced. */
export function readPython(text: string, depth: PythonDepth): PythonTree {
  void depth;
  const toks: Tok[] = [];
  const comments: [number, number][] = [];
  const problems: SyntaxProblem[] = [];
  const re =
    /([ \t\f\r]+|\\\r?\n)|(#[^\n]*)|(\n)|([rRbBuUfF]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?))|(\d[\w.]*)|([\p{L}_][\p{L}\p{N}_]*)|(\*\*=?|->|:=|[-+*/|&^%@<>=!]=|\.\.\.|[\s\S])/uy;
  let nest = 0;
  while (re.lastIndex < text.length) {
    const s = re.lastIndex;
    const m = re.exec(text);
    if (m === null) break;
    const e = re.lastIndex;
    if (m[1] !== undefined) continue;
    if (m[2] !== undefined) {
      if (m[2].includes('registry:')) comments.push([s, e]);
      continue;
    }
    if (m[3] !== undefined) {
      if (nest <= 0) toks.push({ t: 'nl', s, e, v: '\n' });
      continue;
    }
    const v = m[0];
    if ('([{'.includes(v)) nest++;
    if (')]}'.includes(v)) nest--;
    const t = m[4] !== undefined ? 'str' : m[5] !== undefined ? 'num' : m[6] !== undefined ? 'name' : 'op';
    if (t === 'str' && !/["']$/.test(v.slice(1)))
      problems.push({ span: { start: s, end: e }, message: 'This string is not closed', kind: 'string' });
    toks.push({ t, s, e, v });
  }
  const N = { kind: [] as number[], start: [] as number[], end: [] as number[], next: [] as number[] };
  const open = (kind: number, s: number): number => {
    N.kind.push(kind);
    N.start.push(s);
    N.end.push(s);
    N.next.push(0);
    return N.kind.length - 1;
  };
  const close = (n: number, e: number): void => {
    N.end[n] = e;
    N.next[n] = N.kind.length;
  };
  const insert = (at: number, kind: number, s: number): void => {
    for (const list of [N.kind, N.start, N.end, N.next]) list.splice(at, 0, 0);
    for (let i = at; i < N.next.length; i++) if (N.next[i]! > 0) N.next[i]!++;
    N.kind[at] = kind;
    N.start[at] = s;
  };
  let p = 0;
  const peek = (v?: string): boolean =>
    toks[p] !== undefined && (v === undefined || toks[p]!.v === v) && toks[p]!.t !== 'nl';
  const last = (): number => toks[p - 1]?.e ?? 0;
  const fail = (message: string): void => {
    const at = toks[p] ?? { s: text.length, e: text.length };
    problems.push({ span: { start: at.s, end: at.e }, message, kind: 'syntax' });
  };
  function atom(): void {
    const t = toks[p];
    if (t === undefined || t.t === 'nl') return fail('Something is missing here');
    if (t.t === 'str') {
      const n = open(Kind.String, t.s);
      while (toks[p]?.t === 'str') p++;
      close(n, last());
    } else if (t.t === 'num') {
      p++;
      close(open(Kind.Number, t.s), t.e);
    } else if (t.t === 'name') {
      p++;
      if (['True', 'False', 'None'].includes(t.v)) return close(open(Kind.Constant, t.s), t.e);
      while (peek('.') && toks[p + 1]?.t === 'name') p += 2;
      close(open(Kind.Name, t.s), last());
    } else if (t.v === '{' || t.v === '[' || t.v === '(') bracket(t);
    else {
      p++;
      const n = open(Kind.Other, t.s);
      if (peek() && !')]},:'.includes(toks[p]!.v)) expr();
      close(n, last());
    }
  }
  function bracket(t: Tok): void {
    const end = t.v === '{' ? '}' : t.v === '[' ? ']' : ')';
    const n = open(t.v === '{' ? Kind.Set : t.v === '[' ? Kind.List : Kind.Tuple, t.s);
    p++;
    let commas = 0;
    let items = 0;
    if (t.v === '{' && peek('}')) N.kind[n] = Kind.Dict;
    while (peek() && !peek(end)) {
      const before = p;
      if (peek('**') || peek('*')) {
        if (peek('**')) N.kind[n] = Kind.Dict;
        const sp = open(Kind.Spread, toks[p++]!.s);
        expr();
        close(sp, last());
      } else {
        const at = N.kind.length;
        const s = toks[p]!.s;
        expr();
        if (peek(':')) {
          p++;
          N.kind[n] = Kind.Dict;
          insert(at, Kind.Pair, s);
          if (peek() && !peek(',') && !peek(end)) expr();
          close(at, last());
        }
      }
      items++;
      if (peek('for') || peek('async')) {
        N.kind[n] = Kind.Comprehension;
        while (peek() && !peek(end)) p++;
      }
      if (peek(',')) {
        p++;
        commas++;
      } else if (peek() && !peek(end)) {
        fail('A comma is missing');
        if (p === before) p++;
      }
    }
    if (peek(end)) p++;
    else fail('A bracket is not closed');
    close(n, last());
    if (t.v === '(' && items === 1 && commas === 0) {
      for (const list of [N.kind, N.start, N.end, N.next]) list.splice(n, 1);
      for (let i = n; i < N.next.length; i++) N.next[i]!--;
    }
  }
  function postfix(): void {
    const at = N.kind.length;
    const s = toks[p]?.s ?? text.length;
    atom();
    for (;;) {
      if (peek('(')) {
        insert(at, Kind.Call, s);
        p++;
        while (peek() && !peek(')')) {
          const before = p;
          if (toks[p]!.t === 'name' && toks[p + 1]?.v === '=') {
            const k = open(Kind.Keyword, toks[p]!.s);
            close(open(Kind.Name, toks[p]!.s), toks[p]!.e);
            p += 2;
            if (peek() && !peek(',') && !peek(')')) expr();
            close(k, last());
          } else if (peek('*') || peek('**')) {
            const k = open(Kind.Spread, toks[p++]!.s);
            expr();
            close(k, last());
          } else expr();
          if (peek('for') || peek('async')) while (peek() && !peek(')')) p++;
          if (peek(',')) p++;
          else if (p === before) p++;
        }
        if (peek(')')) p++;
        close(at, last());
      } else if (peek('[')) {
        insert(at, Kind.Subscript, s);
        p++;
        if (peek() && !peek(']')) expr();
        while (peek() && !peek(']')) p++;
        if (peek(']')) p++;
        close(at, last());
      } else if (peek('.') && toks[p + 1]?.t === 'name') {
        insert(at, Kind.Other, s);
        p += 2;
        close(at, last());
      } else break;
    }
  }
  const BIN = [
    '+',
    '-',
    '*',
    '/',
    '|',
    '&',
    '^',
    '%',
    '@',
    '<',
    '>',
    '==',
    '!=',
    '<=',
    '>=',
    'and',
    'or',
    'in',
    'is',
    'not',
    'if',
    'else',
    '**',
    ':=',
    ':',
  ];
  function expr(): void {
    const at = N.kind.length;
    const s = toks[p]?.s ?? text.length;
    postfix();
    let wrapped = false;
    while (peek() && BIN.includes(toks[p]!.v) && toks[p]!.v !== ':') {
      if (!wrapped) insert(at, Kind.Other, s);
      wrapped = true;
      p++;
      if (peek() && !BIN.includes(toks[p]!.v)) postfix();
    }
    if (wrapped) close(at, last());
  }
  const column = (k: number): number => toks[k]!.s - (text.lastIndexOf('\n', toks[k]!.s - 1) + 1);
  function skipLine(): void {
    while (p < toks.length && toks[p]!.t !== 'nl') p++;
  }
  function body(col: number): void {
    const n = open(Kind.Body, last());
    while (p < toks.length) {
      while (toks[p]?.t === 'nl') p++;
      if (p >= toks.length || column(p) <= col) break;
      statement();
    }
    close(n, last());
  }
  function header(): void {
    let depth2 = 0;
    while (p < toks.length && toks[p]!.t !== 'nl') {
      const v = toks[p]!.v;
      if ('([{'.includes(v)) depth2++;
      if (')]}'.includes(v)) depth2--;
      p++;
      if (v === ':' && depth2 === 0) break;
    }
  }
  function dotted(): void {
    const s = toks[p]?.s ?? text.length;
    while (
      peek() &&
      (toks[p]!.v === '.' ||
        toks[p]!.v === '...' ||
        (toks[p]!.t === 'name' && toks[p]!.v !== 'import' && toks[p]!.v !== 'as'))
    )
      p++;
    close(open(Kind.Name, s), last());
  }
  function statement(): void {
    const t = toks[p]!;
    const col = column(p);
    if (t.v === '@') {
      const at = N.kind.length;
      while (peek('@')) {
        const d = open(Kind.Decorator, toks[p++]!.s);
        expr();
        close(d, last());
        skipLine();
        while (toks[p]?.t === 'nl') p++;
      }
      return definition(at, t.s, col);
    }
    if (t.v === 'class' || t.v === 'def' || (t.v === 'async' && toks[p + 1]?.v === 'def'))
      return definition(N.kind.length, t.s, col);
    if (t.v === 'import' || t.v === 'from') {
      const n = open(t.v === 'import' ? Kind.Import : Kind.ImportFrom, t.s);
      p++;
      if (t.v === 'from') {
        dotted();
        if (peek('import')) p++;
        if (peek('(')) p++;
      }
      while (peek() && !peek(')')) {
        const k = open(Kind.ImportedName, toks[p]!.s);
        if (t.v === 'from') {
          close(open(Kind.Name, toks[p]!.s), toks[p]!.e);
          p++;
        } else dotted();
        if (peek('as')) {
          p++;
          if (peek()) {
            close(open(Kind.Name, toks[p]!.s), toks[p]!.e);
            p++;
          }
        }
        close(k, last());
        if (peek(',')) p++;
        else break;
      }
      close(n, last());
      return skipLine();
    }
    if (
      ['if', 'elif', 'else', 'try', 'except', 'finally', 'for', 'while', 'with', 'async', 'match', 'case'].includes(
        t.v,
      ) &&
      /:\s*(#.*)?$/m.test(text.slice(t.s, text.indexOf('\n', t.s) < 0 ? text.length : text.indexOf('\n', t.s)))
    ) {
      const n = open(t.v === 'with' ? Kind.With : Kind.Block, t.s);
      p++;
      if (t.v === 'with') {
        expr();
      }
      header();
      body(col);
      return close(n, last());
    }
    if (t.v === 'global' || t.v === 'nonlocal') {
      const n = open(Kind.Global, t.s);
      p++;
      while (toks[p]?.t === 'name') {
        close(open(Kind.Name, toks[p]!.s), toks[p]!.e);
        p++;
        if (peek(',')) p++;
      }
      return close(n, last());
    }
    const at = N.kind.length;
    if (t.v === 'return') {
      const n = open(Kind.Return, t.s);
      p++;
      if (peek()) expr();
      close(n, last());
      return skipLine();
    }
    expr();
    if (peek('=') || peek(':') || /^[-+*/|&^%@]=$/.test(toks[p]?.v ?? '')) {
      insert(at, Kind.Target, t.s);
      close(at, last());
      const aug = !peek('=') && !peek(':');
      insert(at, aug ? Kind.AugAssign : Kind.Assign, t.s);
      if (peek(':')) {
        const a = open(Kind.Annotation, toks[++p]?.s ?? text.length);
        expr();
        close(a, last());
      }
      if (peek('=') || aug) {
        p++;
        const v = N.kind.length;
        const s = toks[p]?.s ?? text.length;
        expr();
        if (peek(',')) {
          insert(v, Kind.Tuple, s);
          while (peek(',')) {
            p++;
            if (peek()) expr();
          }
          close(v, last());
        }
      }
      close(at, last());
    }
    skipLine();
  }
  function definition(at: number, s: number, col: number): void {
    if (peek('async')) p++;
    const isClass = peek('class');
    insert(at, isClass ? Kind.Class : Kind.Function, s);
    p++;
    if (toks[p]?.t === 'name') {
      close(open(Kind.Name, toks[p]!.s), toks[p]!.e);
      p++;
    }
    if (isClass && peek('(')) {
      const b = open(Kind.Bases, toks[p++]!.s);
      while (peek() && !peek(')')) {
        if (toks[p]!.t === 'name' && toks[p + 1]?.v === '=') {
          const k = open(Kind.Keyword, toks[p]!.s);
          close(open(Kind.Name, toks[p]!.s), toks[p]!.e);
          p += 2;
          expr();
          close(k, last());
        } else expr();
        if (peek(',')) p++;
        else break;
      }
      if (peek(')')) p++;
      close(b, last());
    }
    header();
    body(col);
    close(at, last());
  }
  const module = open(Kind.Module, 0);
  while (p < toks.length) {
    if (toks[p]!.t === 'nl') {
      p++;
      continue;
    }
    const before = p;
    statement();
    if (p === before) p++;
  }
  close(module, text.length);
  return {
    text,
    count: N.kind.length,
    kind: Uint8Array.from(N.kind),
    flags: new Uint8Array(N.kind.length),
    start: Int32Array.from(N.start),
    end: Int32Array.from(N.end),
    next: Int32Array.from(N.next),
    problems,
    comments,
  };
}
