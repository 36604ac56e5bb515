import { toInvariantLower } from '../../expression/dotnet/invariantCase';

/** What a script yields, in the mapping's language. */
export type ScriptMeaning = TextMeaning | ConditionMeaning | { readonly kind: 'nothing' };

export interface TextMeaning {
  readonly kind: 'text';
  readonly expression: string;
  /** The text itself when it is always the same one. */
  readonly constant?: string;
  /** The expression is null where PowerShell has the empty text: a cell without anything. */
  readonly isNullWhenEmpty: boolean;
  /** PowerShell may yield nothing at all; then the expression is null. */
  readonly isNullWhenNothing: boolean;
}

/** True or false: it becomes an expression by choosing a result for each. */
export interface ConditionMeaning {
  readonly kind: 'condition';
  readonly choose: (yes: string, no: string) => string;
  /** Its value for words that the script does not name. */
  readonly otherwise: boolean;
  /** What it is when the cells are empty. */
  readonly whenEmpty: boolean;
}

/** The condition as the texts that Entra's language uses for booleans. */
export function asTruth({ choose }: ConditionMeaning): TextMeaning {
  const expression = choose('"True"', '"False"');
  const constant = /^"(True|False)"$/.exec(expression)?.[1];
  const never = { isNullWhenEmpty: false, isNullWhenNothing: false };
  return { kind: 'text', expression, ...never, ...(constant === undefined ? {} : { constant }) };
}

/** Whether a text has one of some values, as PowerShell's `-eq` compares: ignoring case by default. */
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

/** What holds always, or never. */
export function certainly(value: boolean): ConditionMeaning {
  return { kind: 'condition', choose: (yes, no) => (value ? yes : no), otherwise: value, whenEmpty: value };
}

/** Digits and marks are the same in any case. */
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

/** One of two conditions, by a third. */
export const chosen = (by: ConditionMeaning, yes: ConditionMeaning, no: ConditionMeaning): ConditionMeaning => ({
  kind: 'condition',
  choose: (whenTrue, whenFalse) => by.choose(yes.choose(whenTrue, whenFalse), no.choose(whenTrue, whenFalse)),
  otherwise: by.otherwise ? yes.otherwise : no.otherwise,
  whenEmpty: by.whenEmpty ? yes.whenEmpty : no.whenEmpty,
});

export const both = (a: ConditionMeaning, b: ConditionMeaning): ConditionMeaning => chosen(a, b, certainly(false));
export const either = (a: ConditionMeaning, b: ConditionMeaning): ConditionMeaning => chosen(a, certainly(true), b);
