import type { RegexNode } from '../../../../../src/core/expression/dotnet/regex/regexTree';

/** What a set is shown by: those of these units that it holds. */
const SAMPLE = 'aZ0\n';

/** A tree in one line, as in `capture1(0..([a]) <end>)`. */
export function writeTree(node: RegexNode): string {
  switch (node.kind) {
    case 'unit':
      return writeUnit(node.unit);
    case 'set':
      return `[${SAMPLE.split('')
        .filter((unit) => node.set.has(unit.charCodeAt(0)))
        .map((unit) => (unit === '\n' ? '¶' : unit))
        .join('')}]`;
    case 'anchor':
      return `<${node.anchor}>`;
    case 'sequence':
      return node.parts.length === 0 ? 'empty' : `sequence(${node.parts.map(writeTree).join(' ')})`;
    case 'alternation':
      return `either(${node.branches.map(writeTree).join(' ')})`;
    case 'capture':
      return `capture${node.slot ?? ''}${node.taken === undefined ? '' : `-${node.taken}`}(${writeTree(node.body)})`;
    case 'atomic':
      return `atomic(${writeTree(node.body)})`;
    case 'look':
      return `${node.negative ? 'not' : ''}${node.isLookbehind ? 'Lookbehind' : 'Lookahead'}(${writeTree(node.body)})`;
    case 'reference':
      return `same${node.slot}${node.ignoreCase ? 'AnyCase' : ''}`;
    case 'ifCaptured':
      return `if${node.slot}(${writeTree(node.yes)} ${writeTree(node.no)})`;
    case 'ifMatches':
      return `if(${writeTree(node.condition)} ${writeTree(node.yes)} ${writeTree(node.no)})`;
    case 'repeat':
      return `${node.lazy ? 'lazy' : ''}${node.min}..${node.max === Infinity ? '' : node.max}(${writeTree(node.body)})`;
  }
}

/** ASCII as it is printed, all else as \u0000. */
function writeUnit(unit: number): string {
  return unit > 0x20 && unit < 0x7f ? String.fromCharCode(unit) : `\\u${unit.toString(16).padStart(4, '0')}`;
}
