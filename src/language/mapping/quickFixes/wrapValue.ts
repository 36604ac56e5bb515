import type { Expression } from '../../../core/expression/syntax';
import { walk } from '../../../core/expression/syntax';
import { expressionAround, wrap } from '../rewrite/expressionAt';
import { numberIn, textsIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** Arguments of `Replace` that remove every character that is not allowed in a user principal name. */
const REPLACE_OTHERS = ', , "[^A-Za-z0-9\'.\\-_!#^~@]", , "", , ';

/** Cleans characters that are not allowed in a user principal name: removes accents, then spaces, then all others. */
export const cleanUserName: MappingQuickFix = {
  codes: ['value.user-name.characters'],
  *fixes({ document, data, span }) {
    const rule = expressionAround(document, span);
    if (rule === undefined) return;
    const characters = textsIn(data, 'characters');
    const called = new Set([...walk(rule)].map((node) => (node.kind === 'call' ? node.name : '')));
    const wanted = [
      ...(characters.includes(' ') && !called.has('StripSpaces') ? ['StripSpaces'] : []),
      ...(characters.some(isLetter) && !called.has('NormalizeDiacritics') ? ['NormalizeDiacritics'] : []),
    ];
    const others = characters.filter((character) => character !== ' ' && !isLetter(character));
    if (wanted.length > 0) {
      const edits = [
        {
          span: { start: rule.span.start, end: rule.span.start },
          newText: [...wanted]
            .reverse()
            .map((name) => `${name}(`)
            .join(''),
        },
        { span: { start: rule.span.end, end: rule.span.end }, newText: ')'.repeat(wanted.length) },
      ];
      yield { title: `Wrap in ${wanted.join(' and ')}`, edits, isPreferred: others.length === 0 };
    }
    if (others.some((character) => character.length === 1 && character !== '@'))
      yield { title: 'Remove all other characters with Replace', edits: wrap(rule.span, 'Replace', REPLACE_OTHERS) };
  },
};

function isLetter(character: string): boolean {
  return /^\p{L}\p{M}*$|^\p{M}$/u.test(character);
}

/** Maximum length of a user principal name before its @. */
const LOCAL_PART = 64;

/** Cuts values that are too long; an empty cell stays empty. */
export const shorten: MappingQuickFix = {
  codes: ['value.too-long', 'value.user-name.too-long'],
  *fixes({ document, data, span, code }) {
    const rule = expressionAround(document, span);
    if (rule === undefined) return;
    const isName = code === 'value.user-name.too-long';
    const limit = isName ? LOCAL_PART : numberIn(data, 'limit');
    const part = isName ? localPart(rule) : rule;
    if (part === undefined || limit === undefined) return;
    // Left turns an empty cell into "", which would be sent where nothing was sent before
    const name = isName ? 'Left' : 'IgnoreFlowIfNullOrEmpty(Left';
    const tail = isName ? `, ${limit}` : `, ${limit})`;
    yield { title: `Cut to ${limit} characters with Left`, edits: wrap(part.span, name, tail) };
  },
};

/** The part of `Join("@", ..., "contoso.com")` before the @. */
function localPart(rule: Expression): Expression | undefined {
  if (rule.kind !== 'call' || rule.name !== 'Join' || rule.slots.length !== 3) return undefined;
  const separator = rule.slots[0]?.expression;
  return separator?.kind === 'string' && separator.value === '@' ? rule.slots[1]?.expression : undefined;
}

/** Encodes a text for a binary attribute in base64. */
export const encodeBinary: MappingQuickFix = {
  codes: ['value.binary.invalid'],
  *fixes({ document, span }) {
    const rule = expressionAround(document, span);
    if (rule !== undefined) yield { title: 'Wrap in ConvertToBase64', edits: wrap(rule.span, 'ConvertToBase64') };
  },
};
