// Finds words that the house does not use, in the comments, texts and names of a program, and in the text of a Markdown page
import { marked } from 'marked';
import ts from 'typescript';
import { NAMES, WORDS } from './wordList.mjs';

/** How much around a word decides whether its use is right. */
const AROUND = 40;

/** The comments around a token: those before it, and those on its line after it. */
function commentsAt(text, token) {
  const before = ts.getLeadingCommentRanges(text, token.pos) ?? [];
  return [...before, ...(ts.getTrailingCommentRanges(text, token.end) ?? [])];
}

function isPath(literal) {
  return ts.isImportDeclaration(literal.parent) || ts.isExportDeclaration(literal.parent);
}

function isText(node) {
  return ts.isStringLiteral(node) ? !isPath(node) : ts.isTemplateLiteralToken(node);
}

function isJsDoc(node) {
  return node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode;
}

/** What a person reads in a program or a JSON file, each piece once, with its place. */
function piecesOfCode(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const pieces = new Map();
  const add = (at, end, rules) => pieces.set(at, { at, text: text.slice(at, end), rules });
  const visit = (node) => {
    const children = node.getChildren(source).filter((child) => !isJsDoc(child));
    if (children.length > 0) return children.forEach(visit);
    for (const { pos, end } of commentsAt(text, node)) add(pos, end, WORDS);
    if (isText(node)) add(node.getStart(source), node.end, WORDS);
    if (ts.isIdentifier(node)) add(node.getStart(source), node.end, NAMES);
  };
  visit(source);
  return [...pieces.values()];
}

/** The text of the page without code: each token's own text is looked for after the one before. */
function piecesOfMarkdown(text) {
  const pieces = [];
  let from = 0;
  marked.walkTokens(marked.lexer(text), (token) => {
    if (!['text', 'escape', 'html', 'code', 'codespan'].includes(token.type) || token.tokens !== undefined) return;
    const found = text.indexOf(token.raw, from);
    if (found < 0) return;
    from = found + token.raw.length;
    if (!token.type.startsWith('code')) pieces.push({ at: found, text: token.raw, rules: WORDS });
  });
  return pieces;
}

/** One line of the same length: a sentence in a comment or a paragraph goes on over the ends of lines. */
function flat(text) {
  return text.replace(/\n[ \t]*(\*(?!\/)|\/\/)?/g, (end) => ' '.repeat(end.length));
}

function usesIn({ at, text, rules }) {
  const line = flat(text);
  const flags = rules === NAMES ? 'g' : 'gi';
  return rules.flatMap(({ word, write, why, allowed }) =>
    [...line.matchAll(new RegExp(word.source.replaceAll(' ', '\\s+'), flags))]
      .filter(({ index, 0: found }) => {
        const around = line.slice(Math.max(0, index - AROUND), index + found.length + AROUND).replace(/\s+/g, ' ');
        return allowed === undefined || !allowed.test(around);
      })
      .map(({ index, 0: found }) => ({ at: at + index, found: found.replace(/\s+/g, ' '), write, why })),
  );
}

/** Each use of a word of the list in a file, with its line (from 1). */
export function wordingProblems(path, content) {
  const text = content.replaceAll('\r\n', '\n');
  const pieces = path.endsWith('.md') ? piecesOfMarkdown(text) : piecesOfCode(path, text);
  return pieces
    .flatMap(usesIn)
    .sort((a, b) => a.at - b.at)
    .map(({ at, found, write, why }) => ({ line: text.slice(0, at).split('\n').length, found, write, why }));
}
