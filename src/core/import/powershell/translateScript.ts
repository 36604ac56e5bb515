import { MAX_LENGTH } from '../../expression/check';
import { columnExpression, textExpression } from '../mappingDraft';
import type { ConditionMeaning, ScriptMeaning, TextMeaning } from './meaning';
import { asTruth, both, certainly, chosen, either, equalsAny, negated } from './meaning';
import type { TranslationRefusal, Script } from './scriptSyntax';

export interface Translation {
  readonly meaning: ScriptMeaning;
  readonly refusal?: TranslationRefusal;
}

/**
 * Translates a script, exactly or not at all.
 * @param column gives the extract's name for a column that the script names
 */
export function translateScript(script: Script, column: (name: string) => string): Translation {
  const translator = new Translator(column);
  const meaning = translator.meaning(script);
  return translator.refusal === undefined ? { meaning } : { meaning, refusal: translator.refusal };
}

const NOTHING: ScriptMeaning = { kind: 'nothing' };
const LINES = 'It has a text of several lines, which the mapping language cannot express.';

class Translator {
  refusal: TranslationRefusal | undefined;
  readonly #column: (name: string) => string;

  constructor(column: (name: string) => string) {
    this.#column = column;
  }

  meaning(script: Script): ScriptMeaning {
    if (this.refusal !== undefined) return NOTHING;
    switch (script.kind) {
      case 'nothing':
        return NOTHING;
      case 'text':
        return this.#constant(script.value, script);
      case 'number':
        // PowerShell may print a number in another form; only plain ones certainly look the same
        return /^(?:0|[1-9]\d*)$/.test(script.value)
          ? this.#constant(script.value, script)
          : this.#refuse(script, `The text of the number ${script.value} in PowerShell is unknown here.`);
      case 'variable':
        return this.#variable(script);
      case 'member':
        return this.#cell(script);
      case 'joined':
        return this.#concatenated(script.parts, script);
      case 'list':
        return this.#refuse(script, 'It returns a list.');
      case 'cast':
        return this.#cast(script);
      case 'not': {
        const condition = this.#condition(script.operand);
        return negated(condition);
      }
      case 'binary':
        return this.#binary(script);
      case 'method':
        return this.#method(script);
      case 'static':
        return this.#static(script);
      case 'if':
        return this.#if(script);
      case 'switch':
        return this.#switch(script);
    }
  }

  #refuse(where: Script, reason: string): TextMeaning {
    this.refusal ??= { reason, span: where.span };
    return text('""', {});
  }

  #constant(value: string, where: Script): TextMeaning {
    const expression = textExpression(value);
    return expression === undefined ? this.#refuse(where, LINES) : text(expression, { constant: value });
  }

  #variable(script: Script & { readonly kind: 'variable' }): ScriptMeaning {
    const name = script.name.toLowerCase();
    switch (name) {
      case 'true':
      case 'false':
        return certainly(name === 'true');
      case 'null':
        return NOTHING;
      default:
        return this.#refuse(
          script,
          isRecord(script)
            ? 'It returns the whole record.'
            : `It reads the variable $${script.name}, which is not part of the record.`,
        );
    }
  }

  #cell(script: Script & { readonly kind: 'member' }): TextMeaning {
    if (!isRecord(script.target))
      return this.#refuse(script, `It reads ".${script.name}" of something other than the record.`);
    const name = this.#column(script.name);
    const expression = columnExpression(name);
    if (expression === undefined)
      return this.#refuse(script, `The mapping language cannot express the column name "${name}".`);
    return text(expression, { isNullWhenEmpty: true });
  }

  /** The meaning as a text; a condition becomes True or False. */
  #text(script: Script): TextMeaning {
    const meaning = this.meaning(script);
    if (meaning.kind === 'text') {
      return meaning.isNullWhenNothing ? this.#refuse(script, 'A part of it may not return anything.') : meaning;
    }
    return meaning.kind === 'condition' ? asTruth(meaning) : text('""', { constant: '' });
  }

  /** The meaning as a condition; a text that is not empty is true, even `False`. */
  #condition(script: Script): ConditionMeaning {
    const meaning = this.meaning(script);
    if (meaning.kind === 'condition') return meaning;
    if (meaning.kind === 'nothing') return certainly(false);
    if (script.kind === 'number') return certainly(script.value !== '0');
    return negated(isEmpty(meaning));
  }

  /** `Join` with an empty separator is exactly PowerShell's concatenation: empty parts add nothing. */
  #concatenated(parts: readonly Script[], where: Script): TextMeaning {
    const texts = parts.map((part) => this.#text(part)).filter(({ constant }) => constant !== '');
    if (texts.every(({ constant }) => constant !== undefined))
      return this.#constant(texts.map(({ constant }) => constant ?? '').join(''), where);
    const flat = texts.flatMap(({ expression }) => /^Join\("", (.*)\)$/.exec(expression)?.[1] ?? expression);
    return text(`Join("", ${flat.join(', ')})`, {});
  }

  #cast(script: Script & { readonly kind: 'cast' }): ScriptMeaning {
    switch (script.type) {
      case 'bool':
      case 'boolean':
        return this.#condition(script.operand);
      case 'string':
        return this.#text(script.operand);
      default:
        return this.#refuse(script, `The result of a cast to ${script.type} is unknown here.`);
    }
  }

  #binary(script: Script & { readonly kind: 'binary' }): ScriptMeaning {
    const { operator, left, right } = script;
    const bare = operator.replace(/^-[ic]?(?=(?:eq|ne|in|notin|contains|notcontains|replace)$)/, '-');
    const isCaseSensitive = operator.startsWith('-c') && bare !== operator;
    switch (bare) {
      case '-and':
        return both(this.#condition(left), this.#condition(right));
      case '-or':
        return either(this.#condition(left), this.#condition(right));
      case '-eq':
        return this.#equal(left, [right], isCaseSensitive, script);
      case '-ne':
        return negated(this.#equal(left, [right], isCaseSensitive, script));
      case '-in':
        return this.#equal(left, listed(right), isCaseSensitive, script);
      case '-notin':
        return negated(this.#equal(left, listed(right), isCaseSensitive, script));
      case '-contains':
        return this.#equal(right, listed(left), isCaseSensitive, script);
      case '-notcontains':
        return negated(this.#equal(right, listed(left), isCaseSensitive, script));
      case '-replace':
        return this.#replace(script, isCaseSensitive);
      case '+':
        return left.kind === 'number' || left.kind === 'list'
          ? this.#refuse(script, 'It adds to a number or a list.')
          : this.#concatenated([left, right], script);
      case '-f':
        return this.#format(script);
      case '-join':
        return this.#join(script);
      default:
        return this.#refuse(script, `The operator ${operator} has no exact equivalent.`);
    }
  }

  #equal(left: Script, right: readonly Script[], isCaseSensitive: boolean, where: Script): ConditionMeaning {
    const subject = this.meaning(left);
    const refused = certainly(true);
    if (this.refusal !== undefined) return refused;
    if (subject.kind === 'condition') {
      const wanted = this.meaning(right[0] ?? where);
      // PowerShell compares only $true and $false with a boolean without converting them first
      if (right.length === 1 && right[0]?.kind === 'variable' && wanted.kind === 'condition') {
        return wanted.otherwise ? subject : negated(subject);
      }
      this.#refuse(where, 'It compares something that is already true or false; -not binds tighter than -eq.');
      return refused;
    }
    if (subject.kind === 'nothing' || left.kind === 'number') {
      this.#refuse(where, 'It compares a number or nothing, not a cell.');
      return refused;
    }
    const keys = right.map((key) => {
      const meaning = this.meaning(key);
      if (meaning.kind !== 'nothing') return this.#text(key);
      return this.#refuse(key, 'A cell is never $null, only empty: the comparison is always false.');
    });
    if (subject.isNullWhenNothing) this.#refuse(left, 'A part of it may not return anything.');
    return keys.length === 0 ? certainly(false) : equalsAny(subject, keys, isCaseSensitive);
  }

  #replace(script: Script & { readonly kind: 'binary' }, isCaseSensitive: boolean): TextMeaning {
    const source = this.#text(script.left);
    const [pattern, replacement] = listed(script.right);
    if (pattern?.kind !== 'text' || (replacement !== undefined && replacement.kind !== 'text'))
      return this.#refuse(script.right, 'The text that it replaces is known only at run time.');
    const newText = textExpression(replacement?.value ?? '');
    const regex = textExpression(isCaseSensitive ? pattern.value : ignoringCase(pattern.value));
    if (newText === undefined || regex === undefined) return this.#refuse(script.right, LINES);
    return text(`Replace(${source.expression}, , ${regex}, , ${newText}, , )`, source);
  }

  #format(script: Script & { readonly kind: 'binary' }): TextMeaning {
    if (script.left.kind !== 'text') return this.#refuse(script.left, 'Its format is known only at run time.');
    const values = listed(script.right);
    const parts: Script[] = [];
    for (const part of script.left.value.split(/(\{\{|\}\}|\{\d+\})/)) {
      const place = /^\{(\d+)\}$/.exec(part)?.[1];
      const value = place === undefined ? undefined : values[Number(place)];
      if (value !== undefined) parts.push(value);
      else if (place !== undefined || (/[{}]/.test(part) && part !== '{{' && part !== '}}'))
        return this.#refuse(script.left, 'Its format has more than placeholders, or a placeholder without a value.');
      else
        parts.push({
          kind: 'text',
          value: part.slice(0, /^(?:\{\{|\}\})$/.test(part) ? 1 : undefined),
          span: script.left.span,
        });
    }
    return this.#concatenated(parts, script);
  }

  #join(script: Script & { readonly kind: 'binary' }): TextMeaning {
    const { left, right } = script;
    if (right.kind !== 'text') return this.#refuse(right, 'Its separator is known only at run time.');
    const parts = listed(left).flatMap((item, index) => (index === 0 ? [item] : [right, item]));
    return this.#concatenated(parts, script);
  }

  #method(script: Script & { readonly kind: 'method' }): ScriptMeaning {
    const source = this.#text(script.target);
    const call = script.name.toLowerCase();
    const [first, second] = script.arguments;
    const count = script.arguments.length;
    if (count === 0 && (call === 'tolower' || call === 'tolowerinvariant'))
      return text(`ToLower(${source.expression})`, source);
    if (count === 0 && (call === 'toupper' || call === 'toupperinvariant'))
      return text(`ToUpper(${source.expression})`, source);
    if (count === 0 && call === 'tostring') return source;
    const trimmed = { trim: '^\\s+|\\s+$', trimstart: '^\\s+', trimend: '\\s+$' }[call];
    if (count === 0 && trimmed !== undefined) return trim(source, trimmed);
    if (count === 2 && call === 'replace' && first?.kind === 'text' && second?.kind === 'text' && first.value !== '') {
      const [oldText, newText] = [textExpression(first.value), textExpression(second.value)];
      return oldText === undefined || newText === undefined
        ? this.#refuse(script, LINES)
        : text(`Replace(${source.expression}, ${oldText}, , , ${newText}, , )`, source);
    }
    return this.#refuse(script, `The method ${script.name} has no exact equivalent.`);
  }

  #static(script: Script & { readonly kind: 'static' }): ScriptMeaning {
    const call = `${script.type}::${script.name}`.toLowerCase();
    const [only] = script.arguments;
    if (only !== undefined && script.arguments.length === 1) {
      if (call === 'string::isnullorempty') return isEmpty(this.#text(only));
      if (call === 'string::isnullorwhitespace') return isEmpty(trim(this.#text(only), '^\\s+|\\s+$'));
    }
    return this.#refuse(script, `The result of [${script.type}]::${script.name} is unknown here.`);
  }

  #if(script: Script & { readonly kind: 'if' }): ScriptMeaning {
    return script.branches.reduceRight<ScriptMeaning>(
      (otherwise, { condition, body }) =>
        this.#chosen(this.#condition(condition), this.meaning(body), otherwise, script),
      script.otherwise === undefined ? NOTHING : this.meaning(script.otherwise),
    );
  }

  #switch(script: Script & { readonly kind: 'switch' }): ScriptMeaning {
    const keys = script.cases.map(({ key }) => (key.kind === 'text' ? key.value.toLowerCase() : undefined));
    if (keys.includes(undefined) || new Set(keys).size < keys.length)
      return this.#refuse(script, 'A case of its switch is not a plain text, or is duplicated.');
    return script.cases.reduceRight<ScriptMeaning>(
      (otherwise, { key, body }) =>
        this.#chosen(this.#equal(script.subject, [key], false, script), this.meaning(body), otherwise, script),
      script.otherwise === undefined ? NOTHING : this.meaning(script.otherwise),
    );
  }

  #chosen(condition: ConditionMeaning, yes: ScriptMeaning, no: ScriptMeaning, where: Script): ScriptMeaning {
    if (this.refusal !== undefined) return NOTHING;
    if (yes.kind === 'condition' && no.kind === 'condition') return chosen(condition, yes, no);
    const [left, right] = [yes, no].map((meaning) => (meaning.kind === 'condition' ? asTruth(meaning) : meaning));
    if (left?.kind !== 'text' || right?.kind !== 'text') {
      // Only a Switch without a default yields nothing
      const some = left?.kind === 'text' ? left : right;
      if (some?.kind !== 'text') return NOTHING;
      const expression = left?.kind === 'text' ? condition.choose(some.expression, '') : undefined;
      if (
        expression === undefined ||
        expression.includes(', )') ||
        !/^Switch\((?:[^",]|"(?:[^"\\]|\\.)*")*, , /.test(expression)
      )
        return this.#refuse(where, 'It may not return anything, which the mapping language cannot express.');
      return { ...text(expression, some), isNullWhenNothing: true };
    }
    const expression = condition.choose(left.expression, right.expression);
    if (expression.length > MAX_LENGTH)
      return this.#refuse(where, `It needs an expression of more than ${MAX_LENGTH} characters.`);
    return {
      ...text(expression, { isNullWhenEmpty: left.isNullWhenEmpty || right.isNullWhenEmpty }),
      isNullWhenNothing: left.isNullWhenNothing || right.isNullWhenNothing,
    };
  }
}

function text(expression: string, { constant, isNullWhenEmpty = false }: Partial<TextMeaning>): TextMeaning {
  const isKept = constant !== undefined && textExpression(constant) === expression;
  return { kind: 'text', expression, isNullWhenEmpty, isNullWhenNothing: false, ...(isKept ? { constant } : {}) };
}

function trim(source: TextMeaning, pattern: string): TextMeaning {
  return text(`Replace(${source.expression}, , ${textExpression(pattern) ?? ''}, , "", , )`, source);
}

function isEmpty(source: TextMeaning): ConditionMeaning {
  return equalsAny(source, [text('""', { constant: '' })], true);
}

/** `$_` and `$PSItem` are the record. */
function isRecord(script: Script): boolean {
  return script.kind === 'variable' && /^(?:_|psitem)$/i.test(script.name);
}

function listed(script: Script): readonly Script[] {
  return script.kind === 'list' ? script.items : [script];
}

/** Adds the option `(?i)` to a pattern that contains a letter, because -replace ignores case. */
function ignoringCase(pattern: string): string {
  return /\p{L}/u.test(pattern.replace(/\\[bBdDsSwWnrt]/g, '')) ? `(?i)${pattern}` : pattern;
}
