import type { LexerMode } from '../../expression/lexer';
import type { Scanner } from './scanner';

/**
 * The beginning of a line that begins a statement. Distinguishes a new rule from the next line of an expression with an
 * open parenthesis.
 */
const STATEMENT =
  /(?:source[ \t]+\w+[ \t]*\{|where[ \t]+[^\s=]|schema[ \t]+urn:|[A-Za-z$][\w$:.-]*(?:\[[^\]\r\n]*\](?:\.[\w$-]+)?)?[ \t]*[={])/iy;
const KEYWORD = /(source|where|schema)(?=[ \t]+(?![ \t=])|[ \t]*(?:$|[{\r\n]))/my;

export type Keyword = 'source' | 'where' | 'schema';

/** The word at the scanner's place that begins a statement other than a rule or a group. */
export function keywordAt(scanner: Scanner): Keyword | undefined {
  const word = scanner.match(KEYWORD);
  return word === 'source' || word === 'where' || word === 'schema' ? word : undefined;
}

/** The mode of the lexer for expressions and values inside a mapping: where they end implicitly. */
export function mappingMode(scanner: Scanner): LexerMode {
  return {
    lineOriented: true,
    brackets: scanner.brackets,
    endsBefore: (offset, depth, firstOnLine) => {
      if ('}{@'.includes(scanner.text.charAt(offset))) return true;
      return firstOnLine && (depth === 0 || scanner.match(STATEMENT, offset) !== undefined);
    },
  };
}
