import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import { problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import { span } from '../../text/span';
import { importProblems } from '../importProblems';
import type { Data, DataEntry, DataTable } from './dataSyntax';
import { readTokens } from './lexer';
import type { ScriptToken, ScriptTokenKind } from './token';
import { TokenCursor } from './tokenCursor';

export interface ParsedData {
  readonly data?: Data;
  readonly problems: readonly Problem[];
}

/** What a data file begins with; a script begins with anything else. */
const VALUE_BEGINS: ReadonlySet<ScriptTokenKind> = new Set(['table', 'list', 'open', 'text', 'number', 'end']);

/** Deeper nesting is reported, because it is a mistake and could exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Parses the data language of PowerShell as `Import-PowerShellDataFile` takes it: tables, lists, texts, numbers,
 * `$true`, `$false`, `$null`; script blocks are kept as ranges of the text. Never throws and never runs anything: any
 * text gives what can be read of it, and problems.
 */
export function parseData(text: string): ParsedData {
  const parser = new DataParser(text);
  const data = parser.document();
  return data === undefined ? { problems: parser.problems } : { data, problems: parser.problems };
}

class DataParser {
  readonly problems: Problem[] = [];
  readonly #tokens: TokenCursor;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = new TokenCursor(readTokens(text), (where, reason) => this.#report(where, reason));
  }

  document(): Data | undefined {
    this.#tokens.skip('line', 'semicolon');
    const isAssigned = this.#skipToAssignedTable();
    const data = this.#value();
    this.#tokens.skip('line', 'semicolon');
    if (this.#tokens.peek().kind === 'end') return data;
    if (isAssigned)
      this.#report(
        this.#tokens.peek().span,
        'Only the table is read; the rest of the script is not translated.',
        importProblems.notTranslated,
      );
    else this.#report(this.#tokens.peek().span, 'Unexpected text: a data file contains only one value.');
    return data;
  }

  /** Skips a script up to the table that it assigns to a variable, unless the text begins with a value. */
  #skipToAssignedTable(): boolean {
    return (
      !VALUE_BEGINS.has(this.#tokens.peek().kind) &&
      this.#tokens.attempt(() => {
        while (this.#tokens.peek().kind !== 'end') {
          if (this.#tokens.attempt(() => this.#isAssignment())) return true;
          this.#tokens.pass();
        }
        return false;
      })
    );
  }

  #isAssignment(): boolean {
    if (this.#tokens.peek().kind !== 'variable') return false;
    this.#tokens.pass();
    if (this.#tokens.peek().kind !== 'equals') return false;
    this.#tokens.pass();
    this.#tokens.skip('line');
    return this.#tokens.peek().kind === 'table';
  }

  /** Reads one value, or a list of values separated by commas. */
  #value(): Data | undefined {
    const first = this.#single();
    if (first === undefined || this.#tokens.peek().kind !== 'comma') return first;
    const items = [first];
    while (this.#tokens.peek().kind === 'comma') {
      this.#tokens.pass();
      this.#tokens.skip('line');
      const item = this.#single();
      if (item !== undefined) items.push(item);
    }
    return { kind: 'list', items, span: span(first.span.start, items.at(-1)?.span.end ?? first.span.end) };
  }

  #single(): Data | undefined {
    if (this.#depth >= MAX_DEPTH) {
      this.#report(this.#tokens.peek().span, `Nested more than ${MAX_DEPTH} levels deep.`);
      this.#tokens.stop();
      return undefined;
    }
    this.#depth++;
    const value = this.#primary();
    this.#depth--;
    return value;
  }

  #primary(): Data | undefined {
    const token = this.#tokens.peek();
    switch (token.kind) {
      case 'table':
        return this.#table();
      case 'list':
      case 'open':
        return this.#list();
      case 'openBlock':
        return this.#block();
      case 'text':
        this.#tokens.take();
        // The text after an unmatched quote is meaningless
        if (token.fault !== undefined) return undefined;
        return {
          kind: 'text',
          value: token.value,
          ...(token.parts === undefined ? {} : { isEvaluated: true }),
          span: token.span,
        };
      case 'number':
        this.#tokens.take();
        return { kind: 'number', value: token.value, span: token.span };
      case 'variable':
        return this.#variable();
      case 'operator':
        if (token.value !== '-' && token.value !== '+') break;
        this.#tokens.take();
        return this.#number(token);
      default:
    }
    this.#report(token.span, 'Expected a value: a text in quotes, @{ ... }, @( ... ) or a script block.');
    return undefined;
  }

  #number(sign: ScriptToken): Data | undefined {
    if (this.#tokens.peek().kind !== 'number') {
      this.#report(sign.span, 'Expected a number after the sign.');
      return undefined;
    }
    const number = this.#tokens.take();
    const value = sign.value === '-' ? `-${number.value}` : number.value;
    return { kind: 'number', value, span: span(sign.span.start, number.span.end) };
  }

  #variable(): Data {
    const token = this.#tokens.take();
    const name = token.value.toLowerCase();
    if (!['true', 'false', 'null'].includes(name))
      this.#report(token.span, `Data files allow only the variables $true, $false and $null, not $${token.value}.`);
    return { kind: 'variable', name, span: token.span };
  }

  #table(): DataTable {
    const opening = this.#tokens.take();
    const entries: DataEntry[] = [];
    const seen = new Set<string>();
    for (;;) {
      this.#tokens.skip('line', 'semicolon');
      if (this.#tokens.peek().kind === 'closeBlock' || this.#tokens.peek().kind === 'end') break;
      const entry = this.#entry();
      if (entry === undefined) continue;
      // PowerShell compares keys ignoring case, and refuses a file with a duplicate key
      if (seen.has(entry.key.toLowerCase()))
        this.#report(
          entry.keySpan,
          `Duplicate key "${entry.key}"; the first one applies.`,
          importProblems.duplicateKey,
        );
      else entries.push(entry);
      seen.add(entry.key.toLowerCase());
    }
    return { kind: 'table', entries, span: this.#close(opening, 'closeBlock', '}') };
  }

  #entry(): DataEntry | undefined {
    const key = this.#tokens.take();
    if (key.kind !== 'word' && key.kind !== 'text' && key.kind !== 'number') {
      this.#report(key.span, 'Expected an entry: name = value.');
      this.#recover();
      return undefined;
    }
    this.#tokens.skip('line');
    if (this.#tokens.peek().kind !== 'equals') {
      this.#report(key.span, `Expected "=" after "${key.value}".`);
      this.#recover();
      return undefined;
    }
    this.#tokens.pass();
    this.#tokens.skip('line');
    const value = this.#value();
    if (!['line', 'semicolon', 'closeBlock', 'end'].includes(this.#tokens.peek().kind)) {
      if (value !== undefined)
        this.#report(this.#tokens.peek().span, 'Expected the end of the entry: the end of the line or ";".');
      this.#recover();
    }
    return value === undefined ? undefined : { key: key.value, keySpan: key.span, value };
  }

  /** Skips to the next entry. */
  #recover(): void {
    let depth = 0;
    while (this.#tokens.peek().kind !== 'end') {
      const { kind } = this.#tokens.peek();
      if (depth === 0 && ['line', 'semicolon', 'closeBlock'].includes(kind)) return;
      if (['table', 'list', 'evaluate', 'open', 'openBlock'].includes(kind)) depth++;
      else if (kind === 'close' || kind === 'closeBlock') depth = Math.max(0, depth - 1);
      this.#tokens.pass();
    }
  }

  #list(): Data | undefined {
    const opening = this.#tokens.take();
    const items: Data[] = [];
    for (;;) {
      this.#tokens.skip('line', 'semicolon', 'comma');
      if (
        this.#tokens.peek().kind === 'close' ||
        this.#tokens.peek().kind === 'closeBlock' ||
        this.#tokens.peek().kind === 'end'
      )
        break;
      const before = this.#tokens.peek();
      const item = this.#single();
      if (item !== undefined) items.push(item);
      if (this.#tokens.peek() === before) this.#tokens.pass();
    }
    const range = this.#close(opening, 'close', ')');
    const [only] = items;
    return opening.kind === 'open' && items.length === 1 ? only : { kind: 'list', items, span: range };
  }

  #block(): Data | undefined {
    const opening = this.#tokens.take();
    let depth = 1;
    while (this.#tokens.peek().kind !== 'end') {
      const { kind } = this.#tokens.peek();
      if (kind === 'openBlock' || kind === 'table') depth++;
      else if (kind === 'closeBlock' && --depth === 0) break;
      this.#tokens.take();
    }
    if (this.#tokens.passed()?.fault !== undefined) return undefined;
    const range = span(opening.span.end, this.#tokens.peek().span.start);
    return { kind: 'block', inside: range, span: this.#close(opening, 'closeBlock', '}') };
  }

  /** Reads the closing mark; returns the range from the opening one. */
  #close(opening: ScriptToken, kind: ScriptTokenKind, mark: string): Span {
    if (this.#tokens.peek().kind === kind) return span(opening.span.start, this.#tokens.take().span.end);
    // An unmatched quote extends to the end and is already reported
    if (this.#tokens.passed()?.fault === undefined)
      this.#report(opening.span, `Missing "${mark}" for what begins here.`);
    return span(opening.span.start, this.#tokens.peek().span.start);
  }

  #report(where: Span, message: string, kind: ProblemKind = importProblems.syntax): void {
    this.problems.push(problemOf(kind, where, message));
  }
}
