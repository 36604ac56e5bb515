import type { LexerMode } from '../expression/lexer';
import { Lexer } from '../expression/lexer';
import { parseExpression } from '../expression/parser';
import type { Problem } from '../problem';
import type { Span } from '../text/span';
import { span } from '../text/span';
import { findAttribute } from '../scim/schema';
import { USER_SCHEMA } from '../scim/userSchema';
import { endOfPath, parsePath } from './parsePath';
import { isSettingName } from './sourceSettings';
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
}

/**
 * Parses a mapping file. Never throws: any text gives a tree as far as it goes, and problems. A mistake costs the rule it
 * is in and not the rest of the file.
 */
export function parseMapping(text: string): ParsedMapping {
  const parser = new Parser(text);
  const statements = parser.statements();
  return { text, tree: { statements }, problems: parser.problems };
}

/** What a line that begins a statement looks like; tells a new rule from the next line of an open parenthesis. */
const STATEMENT =
  /(?:source[ \t]+\w+[ \t]*\{|where[ \t]+[^\s=]|schema[ \t]+urn:|[A-Za-z$][\w$:.-]*(?:\[[^\]\r\n]*\](?:\.[\w$-]+)?)?[ \t]*[={])/iy;
const KEYWORD = /(source|where|schema)(?=[ \t]+(?!=)|[ \t]*(?:$|[\r\n]))/my;

class Parser {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #mode: LexerMode;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#mode = {
      lineOriented: true,
      endsBefore: (offset, depth, firstOnLine) => {
        if ('}{@'.includes(text.charAt(offset))) return true;
        return firstOnLine && (depth === 0 || this.#matches(STATEMENT, offset) !== undefined);
      },
    };
  }

  statements(): readonly Statement[] {
    const statements: Statement[] = [];
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return statements;
      if (this.#peek() === '}') {
        this.#report(span(this.#at, this.#at + 1), 'This "}" closes nothing.');
        this.#at++;
        continue;
      }
      const statement = this.#statement();
      if (statement !== undefined) statements.push(statement);
    }
  }

  #statement(): Statement | undefined {
    switch (this.#matches(KEYWORD, this.#at)?.toLowerCase()) {
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
    const start = this.#at;
    const keyword = this.#take('source'.length);
    const sourceKind = this.#word();
    const settings: Setting[] = [];
    if (sourceKind === undefined) this.#report(keyword, 'The kind of source is missing: source csv { ... }.');
    if (this.#openBlock(keyword, 'source')) {
      this.#block(keyword, () => {
        if (this.#beginsOutsideSource()) return false;
        const setting = this.#setting();
        if (setting !== undefined) settings.push(setting);
        return true;
      });
    }
    const block = { kind: 'source' as const, keyword, settings, span: span(start, this.#at) };
    return sourceKind === undefined ? block : { ...block, sourceKind };
  }

  /** A source block left open ends where something begins that is no setting, and costs nothing of what follows. */
  #beginsOutsideSource(): boolean {
    const path = this.#text.slice(this.#at, endOfPath(this.#text, this.#at));
    const isSetting = isSettingName(path);
    return (
      !isSetting &&
      (this.#matches(KEYWORD, this.#at) !== undefined ||
        /[.:[]/.test(path) ||
        findAttribute(USER_SCHEMA.attributes, path) !== undefined)
    );
  }

  #setting(): Setting | undefined {
    const start = this.#at;
    const name = this.#word();
    this.#skipSpaces();
    if (name === undefined || this.#peek() !== '=') {
      this.#report(this.#restOfLine(start), 'A setting reads: name = value.');
      return undefined;
    }
    this.#at++;
    const values = this.#literals(name);
    this.#endOfStatement();
    return { name, values, span: span(start, values.at(-1)?.span.end ?? name.span.end) };
  }

  #literals(name: Word): readonly Literal[] {
    const lexer = new Lexer(this.#text, this.#at, this.#text.length, this.#mode);
    const values: Literal[] = [];
    for (let expected = true; ;) {
      const token = lexer.next();
      if (token.kind === 'end') {
        if (expected) this.#report(name.span, `A value is missing behind "${name.text}".`);
        return values;
      }
      this.#at = token.span.end;
      const literal = literalOf(token);
      if (expected && literal !== undefined) values.push(literal);
      else if (expected || token.kind !== 'comma')
        this.#report(
          token.span,
          `"${token.value}" is not expected here: values are texts, numbers, true, false or [columns], with commas between them.`,
        );
      if (token.fault !== undefined) this.#report(token.span, 'The quotation mark or bracket is not closed.');
      expected = token.kind === 'comma';
    }
  }

  #where(): Where {
    const start = this.#at;
    const keyword = this.#take('where'.length);
    const condition = this.#expression();
    this.#endOfStatement();
    const where = { kind: 'where' as const, keyword, span: span(start, condition?.span.end ?? keyword.end) };
    return condition === undefined ? where : { ...where, condition };
  }

  #schema(): SchemaBlock {
    const start = this.#at;
    const keyword = this.#take('schema'.length);
    this.#skipSpaces();
    const from = this.#at;
    while (this.#at < this.#text.length && !/[\s{}#]/.test(this.#peek())) this.#at++;
    const urn = { text: this.#text.slice(from, this.#at), span: span(from, this.#at) };
    if (!/^urn:[^:]+:/i.test(urn.text))
      this.#report(
        urn.text === '' ? keyword : urn.span,
        'A schema is named by its URN: schema urn:ietf:params:scim:schemas:extension:NAME:1.0:User { ... }.',
      );
    const body = this.#openBlock(keyword, 'schema') ? this.#body(keyword) : [];
    return { kind: 'schema', keyword, urn, body, span: span(start, this.#at) };
  }

  #body(opened: Span): readonly (Group | Rule)[] {
    const body: (Group | Rule)[] = [];
    this.#block(opened, () => {
      if (this.#matches(KEYWORD, this.#at) !== undefined) return false;
      const member = this.#ruleOrGroup();
      if (member !== undefined) body.push(member);
      return true;
    });
    return body;
  }

  #ruleOrGroup(): Rule | Group | undefined {
    const start = this.#at;
    const end = endOfPath(this.#text, start);
    if (end === start) {
      this.#report(
        this.#restOfLine(start),
        'Expected a rule (attribute = expression), a group, "where", "schema" or "source".',
      );
      return undefined;
    }
    const { path, faults } = parsePath(this.#text, span(start, end));
    for (const fault of faults) this.#report(fault.span, fault.message);
    this.#at = end;
    this.#skipSpaces();
    if (this.#peek() === '{') {
      this.#at++;
      const body = this.#body(path.span);
      return { kind: 'group', path, body, span: span(start, this.#at) };
    }
    if (this.#peek() !== '=') {
      this.#report(this.#restOfLine(start), `"=" or "{" is expected behind "${path.text}".`);
      return undefined;
    }
    this.#at++;
    return this.#rule(path);
  }

  #rule(path: PathSyntax): Rule {
    const expression = this.#expression();
    const decorators = this.#decorators();
    this.#endOfStatement();
    const end = decorators.at(-1)?.span.end ?? expression?.span.end ?? this.#at;
    const rule = { kind: 'rule' as const, path, decorators, span: span(path.span.start, end) };
    return expression === undefined ? rule : { ...rule, expression };
  }

  #expression() {
    const parsed = parseExpression(this.#text, span(this.#at, this.#text.length), this.#mode);
    this.problems.push(
      ...parsed.problems.map((problem) =>
        problem.span.start < problem.span.end ? problem : { ...problem, span: this.#visible(problem.span) },
      ),
    );
    this.#at = Math.max(this.#at, Math.min(parsed.end, this.#text.length));
    return parsed.expression;
  }

  /** A missing expression is shown where the line ends, not on whatever follows. */
  #visible(where: Span): Span {
    return span(Math.min(this.#at, where.start), Math.min(this.#at, where.start));
  }

  #decorators(): readonly Decorator[] {
    const decorators: Decorator[] = [];
    for (;;) {
      this.#skipSpaces();
      if (this.#peek() !== '@') return decorators;
      decorators.push(this.#decorator());
    }
  }

  #decorator(): Decorator {
    const start = this.#at++;
    const name = this.#word(false) ?? { text: '', span: span(start, this.#at) };
    if (name.text === '') this.#report(name.span, 'A decorator needs a name, like @empty(null).');
    if (this.#peek() !== '(') return { name, values: [], span: span(start, this.#at) };
    const lexer = new Lexer(this.#text, this.#at, this.#text.length, this.#mode);
    const values: Literal[] = [];
    for (;;) {
      const token = lexer.next();
      if (token.kind === 'end') {
        this.#report(name.span, `The parenthesis of @${name.text} is not closed.`);
        break;
      }
      this.#at = token.span.end;
      if (token.kind === 'close') break;
      const literal = literalOf(token);
      if (literal !== undefined) values.push(literal);
      else if (token.kind !== 'open' && token.kind !== 'comma')
        this.#report(token.span, `"${token.value}" is not expected here.`);
    }
    return { name, values, span: span(start, this.#at) };
  }

  /** Runs `member` for each thing in a block until its "}"; the block ends early where `member` says so. */
  #block(opened: Span, member: () => boolean): void {
    for (;;) {
      this.#skipBlank();
      if (this.#peek() === '}') {
        this.#at++;
        return;
      }
      if (this.#at >= this.#text.length || !member()) {
        this.#report(opened, 'The block that begins here is not closed: a "}" is missing.');
        return;
      }
    }
  }

  #openBlock(where: Span, what: string): boolean {
    this.#skipSpaces();
    if (this.#peek() === '{') {
      this.#at++;
      return true;
    }
    this.#report(where, `A "{" is expected on the line of "${what}".`);
    this.#restOfLine(this.#at);
    return false;
  }

  /** Nothing but a comment, a "}" or the end of the line may follow. */
  #endOfStatement(): void {
    this.#skipSpaces();
    if (this.#at >= this.#text.length || '\r\n#}'.includes(this.#peek())) return;
    this.#report(this.#restOfLine(this.#at), 'Nothing more is expected on this line: one rule or setting a line.');
  }

  #report(where: Span, message: string): void {
    this.problems.push({ code: 'mapping.syntax', severity: 'error', message, span: where });
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #take(length: number): Span {
    const taken = span(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  #word(afterSpaces = true): Word | undefined {
    if (afterSpaces) this.#skipSpaces();
    const text = this.#matches(/[A-Za-z_][\w-]*/y, this.#at);
    return text === undefined ? undefined : { text, span: this.#take(text.length) };
  }

  #matches(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0];
  }

  #skipSpaces(): void {
    while (this.#peek() === ' ' || this.#peek() === '\t') this.#at++;
  }

  #skipBlank(): void {
    for (;;) {
      while (/\s|\uFEFF/.test(this.#peek())) this.#at++;
      if (this.#peek() !== '#') return;
      this.#restOfLine(this.#at);
    }
  }

  /** Moves to the end of the line; gives what was passed over, without the blanks at its end. */
  #restOfLine(start: number): Span {
    while (this.#at < this.#text.length && !/[\r\n]/.test(this.#peek())) this.#at++;
    return span(start, start + this.#text.slice(start, this.#at).trimEnd().length);
  }
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
