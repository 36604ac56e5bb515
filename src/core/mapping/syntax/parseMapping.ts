import type { LexerMode } from '../../expression/lexer';
import { Lexer } from '../../expression/lexer';
import { parseExpression, wrongQuotes } from '../../expression/parser';
import type { Token } from '../../expression/token';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import { span } from '../../text/span';
import { detachedCopy } from '../../text/detached';
import { changeBetween } from '../../text/textChange';
import { findAttribute } from '../../scim/schema';
import { USER_SCHEMA } from '../../scim/userSchema';
import { endOfPath, parsePath } from './parsePath';
import { Scanner } from './scanner';
import { isSettingName } from './settings';
import { keywordAt, mappingMode } from './statementStarts';
import { StatementPart, UnchangedParts } from './statementPart';
import { syntaxProblems } from './syntaxProblems';
import type {
  Decorator,
  Group,
  Literal,
  MappingTree,
  PathSyntax,
  Rule,
  SchemaBlock,
  Setting,
  SourceBlock,
  Statement,
  Where,
  Word,
} from './syntax';

export interface ParsedMapping {
  readonly text: string;
  readonly tree: MappingTree;
  readonly problems: readonly Problem[];
  /** The parts that were read independently: rules, conditions and lines that are neither, in the order of the text. */
  readonly parts: readonly StatementPart[];
}

/**
 * Parses a mapping file. Never throws: any text gives a partial tree and problems. An error affects only the rule it is
 * in, not the rest of the file.
 * @param previous an earlier text: parts in common with it are not read again. The result is the same
 */
export function parseMapping(text: string, previous?: ParsedMapping): ParsedMapping {
  if (previous?.text === text) return previous;
  const parser = new Parser(
    text,
    previous === undefined ? undefined : new UnchangedParts(previous.parts, changeBetween(previous.text, text)),
  );
  const statements = parser.statements();
  return { text, tree: { statements }, problems: parser.problems, parts: parser.parts };
}

/** The start of a part, and the number of problems before it. */
interface PartStart {
  readonly at: number;
  readonly problems: number;
}

const NONE: readonly Problem[] = [];

/**
 * Maximum depth of nested groups. Attributes have two levels. More are read in order to report them, but the depth of
 * recursion must not depend on the text.
 */
const MAX_GROUPS = 16;

class Parser {
  readonly problems: Problem[] = [];
  readonly parts: StatementPart[] = [];
  readonly #scanner: Scanner;
  readonly #mode: LexerMode;
  readonly #unchanged: UnchangedParts | undefined;
  /** How far the lexers have read since the last part began. */
  #reach = 0;
  /** Whether the rest of the text was skipped, because groups are nested too deeply. */
  #isRestSkipped = false;

  constructor(text: string, unchanged: UnchangedParts | undefined) {
    this.#scanner = new Scanner(text);
    this.#mode = mappingMode(this.#scanner);
    this.#unchanged = unchanged;
  }

  statements(): readonly Statement[] {
    const statements: Statement[] = [];
    for (;;) {
      this.#scanner.skipBlank();
      if (this.#scanner.isAtEnd) return statements;
      if (this.#scanner.peek() === '}') {
        this.#report(span(this.#scanner.at, this.#scanner.at + 1), 'Unmatched "}".');
        this.#scanner.at++;
        continue;
      }
      const statement = this.#statement();
      if (statement !== undefined) statements.push(statement);
    }
  }

  #statement(): Statement | undefined {
    switch (keywordAt(this.#scanner)) {
      case 'source':
        return this.#source();
      case 'where':
        return this.#where();
      case 'schema':
        return this.#schema();
      default:
        return this.#ruleOrGroup();
    }
  }

  #source(): SourceBlock {
    const start = this.#scanner.at;
    const keyword = this.#scanner.take('source'.length);
    const sourceKind = this.#nextWord();
    const settings: Setting[] = [];
    if (sourceKind === undefined) this.#report(keyword, 'Expected a kind of source: source csv { ... }.');
    if (this.#openBlock(keyword, 'source')) {
      this.#block(keyword, () => {
        if (this.#beginsOutsideSource()) return false;
        const setting = this.#setting();
        if (setting !== undefined) settings.push(setting);
        return true;
      });
    }
    const block = { kind: 'source' as const, keyword, settings, span: span(start, this.#scanner.at) };
    return sourceKind === undefined ? block : { ...block, sourceKind };
  }

  /** An unclosed source block ends before the first thing that is not a setting, so that the rest is still read. */
  #beginsOutsideSource(): boolean {
    const path = this.#scanner.text.slice(this.#scanner.at, endOfPath(this.#scanner.text, this.#scanner.at));
    const isSetting = isSettingName(path);
    return (
      !isSetting &&
      (keywordAt(this.#scanner) !== undefined ||
        /[.:[]/.test(path) ||
        findAttribute(USER_SCHEMA.attributes, path) !== undefined)
    );
  }

  #setting(): Setting | undefined {
    const start = this.#scanner.at;
    const name = this.#nextWord();
    this.#scanner.skipSpaces();
    if (name === undefined || this.#scanner.peek() !== '=') {
      this.#report(this.#scanner.restOfLine(start), 'Expected a setting: name = value.');
      return undefined;
    }
    this.#scanner.at++;
    const values = this.#literals(name);
    this.#endOfStatement();
    return { name, values, span: span(start, values.at(-1)?.span.end ?? name.span.end) };
  }

  #literals(name: Word): readonly Literal[] {
    const lexer = new Lexer(this.#scanner.text, this.#scanner.at, this.#scanner.text.length, this.#mode);
    const values: Literal[] = [];
    for (let expected = true; ;) {
      const token = lexer.next();
      if (token.kind === 'end') {
        if (expected) this.#report(name.span, `Expected a value after "${name.text}".`);
        return values;
      }
      this.#scanner.at = token.span.end;
      const literal = literalOf(token);
      if (expected && literal !== undefined) values.push(literal);
      else if (expected || token.kind !== 'comma')
        this.#report(
          token.span,
          `"${token.value}" is not a value. Expected texts, numbers, true, false or [columns], separated by commas.`,
        );
      this.#reportFault(token);
      expected = token.kind === 'comma';
    }
  }

  #where(): Where | undefined {
    const unchanged = this.#takeUnchanged();
    if (unchanged !== undefined) return unchanged.statement?.kind === 'where' ? unchanged.statement : undefined;
    const partStart = this.#beginPart();
    const start = this.#scanner.at;
    const keyword = this.#scanner.take('where'.length);
    const condition = this.#expression();
    this.#endOfStatement();
    const where = { kind: 'where' as const, keyword, span: span(start, condition?.span.end ?? keyword.end) };
    return this.#endPart(partStart, condition === undefined ? where : { ...where, condition });
  }

  #schema(): SchemaBlock {
    const start = this.#scanner.at;
    const keyword = this.#scanner.take('schema'.length);
    this.#scanner.skipSpaces();
    const from = this.#scanner.at;
    while (this.#scanner.at < this.#scanner.text.length && !/[\s{}#]/.test(this.#scanner.peek())) this.#scanner.at++;
    const urn = { text: this.#scanner.text.slice(from, this.#scanner.at), span: span(from, this.#scanner.at) };
    if (!/^urn:[^:]+:/i.test(urn.text))
      this.#report(
        urn.text === '' ? keyword : urn.span,
        'Expected the URN of the schema: schema urn:ietf:params:scim:schemas:extension:NAME:1.0:User { ... }.',
      );
    const body = this.#openBlock(keyword, 'schema') ? this.#body(keyword, 0) : [];
    return { kind: 'schema', keyword, urn, body, span: span(start, this.#scanner.at) };
  }

  /** @param depth the number of groups around it */
  #body(opened: Span, depth: number): readonly (Group | Rule)[] {
    const body: (Group | Rule)[] = [];
    this.#block(opened, () => {
      if (keywordAt(this.#scanner) !== undefined) return false;
      const member = this.#ruleOrGroup(depth);
      if (member !== undefined) body.push(member);
      return true;
    });
    return body;
  }

  #ruleOrGroup(depth = 0): Rule | Group | undefined {
    const unchanged = this.#takeUnchanged();
    if (unchanged !== undefined) return unchanged.statement?.kind === 'rule' ? unchanged.statement : undefined;
    const partStart = this.#beginPart();
    const start = this.#scanner.at;
    const end = endOfPath(this.#scanner.text, start);
    if (end === start) {
      this.#report(
        this.#scanner.restOfLine(start),
        'Expected a rule (attribute = expression), a group, "where", "schema" or "source".',
      );
      return this.#endPart<Rule>(partStart, undefined);
    }
    const { path, faults } = parsePath(this.#scanner.text, span(start, end));
    for (const fault of faults) this.#report(fault.span, fault.message, fault.data);
    this.#scanner.at = end;
    this.#scanner.skipSpaces();
    if (this.#scanner.peek() === '{') {
      this.#scanner.at++;
      const body = depth < MAX_GROUPS ? this.#body(path.span, depth + 1) : this.#skipBody(path.span);
      return { kind: 'group', path, body, span: span(start, this.#scanner.at) };
    }
    if (this.#scanner.peek() !== '=') {
      this.#report(this.#scanner.restOfLine(start), `Expected "=" or "{" after "${path.text}".`);
      return this.#endPart<Rule>(partStart, undefined);
    }
    this.#scanner.at++;
    return this.#endPart(partStart, this.#rule(path));
  }

  /** Skips a block that is nested too deeply, up to its "}", without recursion. */
  #skipBody(opened: Span): readonly Rule[] {
    const message = `Groups are nested more than ${MAX_GROUPS} levels deep, so this one is not read. Look for a missing "}" above; an attribute has parts on two levels.`;
    this.problems.push(problemOf(syntaxProblems.tooDeep, opened, message));
    for (let open = 1; open > 0 && !this.#scanner.isAtEnd;) {
      this.#scanner.skipBlank();
      const unit = this.#scanner.peek();
      if (unit === '{') open++;
      else if (unit === '}') open--;
      this.#scanner.at = unit === '"' || unit === '[' ? endOfEnclosed(this.#scanner) : this.#scanner.at + 1;
    }
    this.#scanner.at = Math.min(this.#scanner.at, this.#scanner.text.length);
    // The blocks around it also end with the text; reporting each of them would hide the actual error
    this.#isRestSkipped = this.#scanner.isAtEnd;
    return [];
  }

  /** Reuses a part that an earlier text has in common, with its problems. */
  #takeUnchanged(): StatementPart | undefined {
    const part = this.#unchanged?.at(this.#scanner.at);
    if (part === undefined) return undefined;
    this.parts.push(part);
    for (const problem of part.problems) this.problems.push(problem);
    this.#scanner.at = part.end;
    return part;
  }

  #beginPart(): PartStart {
    const { at } = this.#scanner;
    this.#reach = at;
    return { at, problems: this.problems.length };
  }

  /** Keeps a statement with its problems for later texts. Only the rules of groups are kept. */
  #endPart<S extends Rule | Where>({ at: start, problems }: PartStart, statement: S | undefined): S | undefined {
    const { at: end, text } = this.#scanner;
    // The part depends on the next line, because a line that begins a statement ends the one before
    const line = this.#scanner.endOfLine(Math.max(this.#reach - 1, end));
    const reach = line < text.length ? line + 1 : Infinity;
    const found = this.problems.length === problems ? NONE : this.problems.slice(problems);
    const reading = { statement, problems: found, start, end, reach };
    // Later texts reuse the part, whose slices must not keep this text alive
    const kept = this.#unchanged === undefined ? reading : detachedCopy(reading);
    this.parts.push(new StatementPart(kept));
    return kept.statement;
  }

  #rule(path: PathSyntax): Rule {
    const expression = this.#expression();
    const decorators = this.#decorators();
    this.#endOfStatement();
    const end = decorators.at(-1)?.span.end ?? expression?.span.end ?? this.#scanner.at;
    const rule = { kind: 'rule' as const, path, decorators, span: span(path.span.start, end) };
    return expression === undefined ? rule : { ...rule, expression };
  }

  #expression() {
    const parsed = parseExpression(this.#scanner.text, span(this.#scanner.at, this.#scanner.text.length), this.#mode);
    for (const problem of parsed.problems)
      this.problems.push(
        problem.span.start < problem.span.end ? problem : { ...problem, span: this.#visible(problem.span) },
      );
    this.#reach = Math.max(this.#reach, parsed.reach);
    this.#scanner.at = Math.max(this.#scanner.at, Math.min(parsed.end, this.#scanner.text.length));
    return parsed.expression;
  }

  /** A missing expression is reported at the end of the line, not at the text after it. */
  #visible(where: Span): Span {
    return span(Math.min(this.#scanner.at, where.start), Math.min(this.#scanner.at, where.start));
  }

  #decorators(): readonly Decorator[] {
    const decorators: Decorator[] = [];
    for (;;) {
      this.#scanner.skipSpaces();
      if (this.#scanner.peek() !== '@') return decorators;
      decorators.push(this.#decorator());
    }
  }

  #decorator(): Decorator {
    const start = this.#scanner.at++;
    const name = this.#scanner.word() ?? { text: '', span: span(start, this.#scanner.at) };
    if (name.text === '') this.#report(name.span, 'Expected the name of a decorator, like @empty(null).');
    if (this.#scanner.peek() !== '(') return { name, values: [], span: span(start, this.#scanner.at) };
    const lexer = new Lexer(this.#scanner.text, this.#scanner.at, this.#scanner.text.length, this.#mode);
    const values: Literal[] = [];
    for (;;) {
      const token = lexer.next();
      if (token.kind === 'end') {
        this.#report(name.span, `Expected ")" after @${name.text}.`);
        break;
      }
      this.#scanner.at = token.span.end;
      if (token.kind === 'close') break;
      const literal = literalOf(token);
      if (literal !== undefined) values.push(literal);
      else if (token.kind !== 'open' && token.kind !== 'comma')
        this.#report(token.span, `Unexpected "${token.value}".`);
    }
    this.#reach = Math.max(this.#reach, lexer.reach);
    return { name, values, span: span(start, this.#scanner.at) };
  }

  /** Runs `member` for each item in a block until its "}", or until `member` returns `false`. */
  #block(opened: Span, member: () => boolean): void {
    for (;;) {
      this.#scanner.skipBlank();
      if (this.#scanner.peek() === '}') {
        this.#scanner.at++;
        return;
      }
      if (this.#scanner.isAtEnd || !member()) {
        if (!this.#isRestSkipped) this.#report(opened, 'Missing "}": the block that begins here is not closed.');
        return;
      }
    }
  }

  #openBlock(where: Span, what: string): boolean {
    this.#scanner.skipSpaces();
    if (this.#scanner.peek() === '{') {
      this.#scanner.at++;
      return true;
    }
    this.#report(where, `Expected "{" on the line of "${what}".`);
    this.#scanner.restOfLine(this.#scanner.at);
    return false;
  }

  /** Reports anything but a comment, a "}" or the end of the line. */
  #endOfStatement(): void {
    this.#scanner.skipSpaces();
    if (this.#scanner.isAtEnd || '\r\n#}'.includes(this.#scanner.peek())) return;
    this.#report(this.#scanner.restOfLine(this.#scanner.at), 'Unexpected text: write one rule or setting per line.');
  }

  #nextWord(): Word | undefined {
    this.#scanner.skipSpaces();
    return this.#scanner.word();
  }

  #reportFault({ fault, span: where }: Token): void {
    if (fault === 'single-quotes' || fault === 'typographic-quotes')
      this.#report(where, wrongQuotes, { replaceQuotes: true });
    else if (fault !== undefined) this.#report(where, 'Unmatched quotation mark or bracket.');
  }

  #report(where: Span, message: string, data?: Problem['data']): void {
    this.problems.push(problemOf(syntaxProblems.syntax, where, message, data));
  }
}

/**
 * The end of the text or name whose opening quote or bracket is at the scanner's position: after the closing one, or
 * the end of the line.
 */
function endOfEnclosed({ text, at }: Scanner): number {
  const closing = text.charAt(at) === '[' ? ']' : '"';
  for (let end = at + 1; end < text.length; end++) {
    const unit = text.charAt(end);
    if (unit === closing) return end + 1;
    if (unit === '\n' || unit === '\r') return end;
    if (unit === '\\' && closing === '"') end++;
  }
  return text.length;
}

function literalOf(token: { readonly kind: string; readonly value: string; readonly span: Span }): Literal | undefined {
  switch (token.kind) {
    case 'string':
    case 'integer':
      return { kind: token.kind, text: token.value, span: token.span };
    case 'name':
      return { kind: 'word', text: token.value, span: token.span };
    case 'attribute':
      return { kind: 'column', text: token.value, span: token.span };
    default:
      return undefined;
  }
}
