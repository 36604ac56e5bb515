import type { AttributeDefinition } from '../../scim/schema';
import { USER_SCHEMA } from '../../scim/userSchema';
import type { Span } from '../../text/span';
import { LineIndex } from '../../text/lineIndex';
import { span } from '../../text/span';
import { knownSchema, spellingsOf } from '../model/canonicalSpelling';
import type { Comment } from '../syntax/comments';
import { findComments } from '../syntax/comments';
import type { ParsedMapping } from '../syntax/parseMapping';
import type { Decorator, Group, PathSyntax, Rule, SchemaBlock, Setting, SourceBlock, Where } from '../syntax/syntax';
import { writeRightSide } from './writeRightSide';
import { writeTokens } from './writeTokens';

/** A piece of a mapping that is formatted on separate lines, in the order of the text. */
export type FormatItem = FormatEntry | FormatLine;

/** `left = right  decorators`, which are aligned with those of neighbouring entries. */
export interface FormatEntry {
  readonly kind: 'entry';
  readonly span: Span;
  readonly depth: number;
  readonly left: string;
  /** The whole right side, which has several lines if the expression does. */
  readonly right: string;
  readonly decorators: string;
  /** The comment at the end of its last line. */
  comment?: Comment;
}

interface FormatLine {
  readonly kind: 'open' | 'close' | 'comment' | 'statement' | 'verbatim';
  readonly span: Span;
  readonly depth: number;
  readonly text: string;
  comment?: Comment;
}

type Member = Group | Rule;

/** The items of a mapping. Text with a syntax error is `verbatim` and is not changed. */
export function formatItems({ text, tree, problems }: ParsedMapping): readonly FormatItem[] {
  return new Itemizer(
    text,
    problems.map((problem) => problem.span),
  ).items(tree.statements);
}

class Itemizer {
  readonly #text: string;
  readonly #lines: LineIndex;
  /** The lines with a syntax error, which are not changed. */
  readonly #errorLines = new Set<number>();
  readonly #items: FormatItem[] = [];

  constructor(text: string, mistakes: readonly Span[]) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    for (const mistake of mistakes) {
      const last = this.#lines.positionAt(mistake.end).line;
      for (let line = this.#lines.positionAt(mistake.start).line; line <= last; line++) this.#errorLines.add(line);
    }
  }

  items(statements: readonly (SourceBlock | Where | SchemaBlock | Member)[]): readonly FormatItem[] {
    for (const statement of statements) this.#statement(statement);
    return withComments(this.#text, this.#items);
  }

  #statement(statement: SourceBlock | Where | SchemaBlock | Member): void {
    switch (statement.kind) {
      case 'source':
        this.#source(statement);
        return;
      case 'where':
        this.#where(statement);
        return;
      case 'schema': {
        const schema = knownSchema(statement.urn.text);
        const head = { text: `schema ${schema?.urn ?? statement.urn.text}`, end: statement.urn.span.end };
        this.#block(statement, 0, head, (depth) => this.#members(statement.body, depth, schema?.attributes));
        return;
      }
      case 'group':
      case 'rule':
        this.#members([statement], 0, USER_SCHEMA.attributes);
    }
  }

  #source(block: SourceBlock): void {
    const { sourceKind, keyword } = block;
    const head =
      sourceKind === undefined
        ? { text: 'source', end: keyword.end }
        : { text: `source ${sourceKind.text}`, end: sourceKind.span.end };
    this.#block(block, 0, head, (depth) => {
      for (const setting of block.settings) this.#setting(setting, depth);
    });
  }

  #setting(setting: Setting, depth: number): void {
    if (this.#hasSyntaxError(setting.span)) {
      this.#verbatim(setting.span, depth);
      return;
    }
    const from = this.#text.indexOf('=', setting.name.span.end) + 1;
    const right = writeTokens(this.#text, span(from, setting.span.end), 2 * depth);
    this.#items.push({ kind: 'entry', span: setting.span, depth, left: setting.name.text, right, decorators: '' });
  }

  #where(where: Where): void {
    if (where.condition === undefined || this.#hasSyntaxError(where.span)) {
      this.#verbatim(where.span, 0);
      return;
    }
    const condition = writeTokens(this.#text, span(where.keyword.end, where.condition.span.end), 0);
    this.#items.push({ kind: 'statement', span: where.span, depth: 0, text: `where ${condition}` });
  }

  #members(body: readonly Member[], depth: number, attributes: readonly AttributeDefinition[] | undefined): void {
    for (const member of body) {
      const { path, inner } = this.#path(member.path, attributes);
      if (member.kind === 'rule') this.#rule(member, path, depth);
      else
        this.#block(member, depth, { text: path, end: member.path.span.end }, (deeper) =>
          this.#members(member.body, deeper, inner),
        );
    }
  }

  #rule(rule: Rule, left: string, depth: number): void {
    if (rule.expression === undefined || this.#hasSyntaxError(rule.span)) {
      this.#verbatim(rule.span, depth);
      return;
    }
    const from = this.#text.indexOf('=', rule.path.span.end) + 1;
    const to = rule.decorators[0]?.span.start ?? rule.span.end;
    const before = 2 * depth + left.length + ' = '.length;
    this.#items.push({
      kind: 'entry',
      span: rule.span,
      depth,
      left,
      right: writeRightSide(this.#text, span(from, to), rule.expression, { indent: 2 * depth, before }),
      decorators: rule.decorators.map((decorator) => this.#decorator(decorator)).join(' '),
    });
  }

  #decorator({ name, span: where }: Decorator): string {
    return `@${name.text}${writeTokens(this.#text, span(name.span.end, where.end), 0)}`;
  }

  /** The path as written, with the names of the RFC in their canonical case. */
  #path(path: PathSyntax, attributes: readonly AttributeDefinition[] | undefined) {
    const { spellings, inner } = spellingsOf(path, attributes);
    const pieces: string[] = [];
    let at = path.span.start;
    for (const { word, canonical } of [...spellings].sort(
      (one, other) => one.word.span.start - other.word.span.start,
    )) {
      pieces.push(path.text.slice(at - path.span.start, word.span.start - path.span.start), canonical);
      at = word.span.start + canonical.length;
    }
    return { path: pieces.join('') + path.text.slice(at - path.span.start), inner };
  }

  #block(
    block: { readonly span: Span; readonly body?: readonly Member[]; readonly settings?: readonly Setting[] },
    depth: number,
    head: { readonly text: string; readonly end: number },
    body: (depth: number) => void,
  ): void {
    const brace = this.#openingBrace(head.end);
    const isClosed = this.#text.charAt(block.span.end - 1) === '}' && block.span.end - 1 > brace;
    if (brace < 0 || (isClosed && this.#isOneLine(block.span))) {
      const isWhole = brace >= 0 && !this.#hasSyntaxError(block.span);
      if (isWhole) this.#oneLine(block.span, head.text, depth, body);
      else this.#verbatim(block.span, depth);
      return;
    }
    this.#piece('open', span(block.span.start, brace + 1), depth, `${head.text} {`);
    body(depth + 1);
    // An unclosed block may end with the brace of an inner one
    const isTaken = (this.#items.at(-1)?.span.end ?? 0) >= block.span.end;
    if (isClosed && !isTaken) this.#piece('close', span(block.span.end - 1, block.span.end), depth, '}');
  }

  #piece(kind: 'open' | 'close', where: Span, depth: number, text: string): void {
    if (this.#hasSyntaxError(where)) this.#verbatim(where, depth);
    else this.#items.push({ kind, span: where, depth, text });
  }

  /** `name { familyName = [LastName] }` */
  #oneLine({ start, end }: Span, head: string, depth: number, body: (depth: number) => void): void {
    const before = this.#items.length;
    body(depth);
    const inner = this.#items.splice(before);
    const [entry] = inner;
    if (inner.length !== 1 || entry?.kind !== 'entry' || entry.right.includes('\n')) {
      // An empty block, or more than fits on one line, is not changed
      this.#verbatim(span(start, end), depth);
      return;
    }
    const { left, right, decorators } = entry;
    const tail = decorators === '' ? '' : `  ${decorators}`;
    const text = `${head} { ${left} = ${right}${tail} }`;
    this.#items.push({ kind: 'statement', span: span(start, end), depth, text });
  }

  /** The place of the `{` after the head of a block; -1 if it is missing. */
  #openingBrace(headEnd: number): number {
    let at = headEnd;
    while (/[ \t]/.test(this.#text.charAt(at))) at++;
    return this.#text.charAt(at) === '{' ? at : -1;
  }

  #isOneLine({ start, end }: Span): boolean {
    return !/[\r\n]/.test(this.#text.slice(start, end));
  }

  /** Whether a syntax error is on one of the lines of a statement. */
  #hasSyntaxError({ start, end }: Span): boolean {
    const last = this.#lines.positionAt(end).line;
    for (let line = this.#lines.positionAt(start).line; line <= last; line++)
      if (this.#errorLines.has(line)) return true;
    return false;
  }

  #verbatim(where: Span, depth: number): void {
    this.#items.push({ kind: 'verbatim', span: where, depth, text: this.#text.slice(where.start, where.end) });
  }
}

/**
 * Adds the comments between the items, or to the item whose last line they are on. Text outside of statements, which is
 * an error, is not changed.
 */
function withComments(text: string, items: readonly FormatItem[]): readonly FormatItem[] {
  const result: FormatItem[] = [];
  const comments = findComments(text);
  let next = 0;
  let depth = 0;
  let at = 0;
  const pass = (until: number) => {
    const rest = text.slice(at, until);
    const words = rest.trim();
    if (words === '' || words === '\uFEFF') return;
    const start = at + rest.indexOf(words);
    result.push({ kind: 'verbatim', span: span(start, start + words.length), depth, text: words });
  };
  const take = (until: number) => {
    for (
      let comment = comments[next];
      comment !== undefined && comment.span.start < until;
      comment = comments[++next]
    ) {
      if (comment.span.start < at) continue; // The item that it is in already contains it
      pass(comment.span.start);
      const last = result.at(-1);
      if (comment.isAlone || last === undefined || last.comment !== undefined) {
        const words = text.slice(comment.span.start, comment.span.end).trimEnd();
        result.push({ kind: 'comment', span: comment.span, depth, text: words });
      } else last.comment = comment;
      at = comment.span.end;
    }
    pass(until);
  };
  for (const item of items) {
    take(item.span.start);
    if (item.kind === 'close') depth = item.depth;
    result.push(item);
    at = item.span.end;
    if (item.kind === 'open') depth = item.depth + 1;
    else if (item.kind !== 'close') depth = item.depth;
  }
  take(text.length);
  return result;
}
