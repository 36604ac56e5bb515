import { toInvariantLower } from '../../expression/dotnet/invariantCase';

/** The result of a script, in the mapping's language. */
export type ScriptMeaning = TextMeaning | ConditionMeaning | { readonly kind: 'nothing' };

export interface TextMeaning {
  readonly kind: 'text';
  readonly expression: string;
  /** The text itself, if it is always the same. */
  readonly constant?: string;
  /** The expression is null where the result in PowerShell is the empty text, as for an empty cell. */
  readonly isNullWhenEmpty: boolean;
  /** The script may return nothing; the expression is null then. */
  readonly isNullWhenNothing: boolean;
}

/** A condition. `choose` makes an expression with one result for true and one for false. */
export interface ConditionMeaning {
  readonly kind: 'condition';
  readonly choose: (yes: string, no: string) => string;
  /** Its value for words that the script does not name. */
  readonly otherwise: boolean;
  /** Its value when the cells are empty. */
  readonly whenEmpty: boolean;
}

/** Converts a condition to the texts that Entra's language uses for booleans. */
export function asTruth({ choose }: ConditionMeaning): TextMeaning {
  const expression = choose('"True"', '"False"');
  const constant = /^"(True|False)"$/.exec(expression)?.[1];
  const never = { isNullWhenEmpty: false, isNullWhenNothing: false };
  return { kind: 'text', expression, ...never, ...(constant === undefined ? {} : { constant }) };
}

/** The condition that a text equals one of `keys`, as PowerShell's `-eq` compares them: ignoring case by default. */
export function equalsAny(text: TextMeaning, keys: readonly TextMeaning[], isCaseSensitive: boolean): ConditionMeaning {
  const ignoresCase = !isCaseSensitive && !keys.every(isWithoutCase);
  const subject = ignoresCase ? lower(text) : text.expression;
  const wanted = [...new Set(keys.map((key) => (ignoresCase ? lower(key) : key.expression)))];
  return {
    kind: 'condition',
    choose: (yes, no) => `Switch(${[subject, no, ...wanted.flatMap((key) => [key, yes])].join(', ')})`,
    otherwise: false,
    whenEmpty: keys.some(({ constant }) => constant === ''),
  };
}

/** A condition that is always true, or always false. */
export function certainly(value: boolean): ConditionMeaning {
  return { kind: 'condition', choose: (yes, no) => (value ? yes : no), otherwise: value, whenEmpty: value };
}

/** Whether a text is a constant without upper- or lower-case letters, such as digits. */
function isWithoutCase({ constant }: TextMeaning): boolean {
  if (constant === undefined) return false;
  return toInvariantLower(constant) === constant.toUpperCase();
}

function lower({ expression, constant }: TextMeaning): string {
  return constant === undefined ? `ToLower(${expression})` : toInvariantLower(expression);
}

export const negated = ({ choose, otherwise, whenEmpty }: ConditionMeaning): ConditionMeaning => ({
  kind: 'condition',
  choose: (yes, no) => choose(no, yes),
  otherwise: !otherwise,
  whenEmpty: !whenEmpty,
});

/** The condition `yes` where `by` is true, otherwise `no`. */
export const chosen = (by: ConditionMeaning, yes: ConditionMeaning, no: ConditionMeaning): ConditionMeaning => ({
  kind: 'condition',
  choose: (whenTrue, whenFalse) => by.choose(yes.choose(whenTrue, whenFalse), no.choose(whenTrue, whenFalse)),
  otherwise: by.otherwise ? yes.otherwise : no.otherwise,
  whenEmpty: by.whenEmpty ? yes.whenEmpty : no.whenEmpty,
});

export const both = (a: ConditionMeaning, b: ConditionMeaning): ConditionMeaning => chosen(a, b, certainly(false));
export const either = (a: ConditionMeaning, b: ConditionMeaning): ConditionMeaning => chosen(a, certainly(true), b);
