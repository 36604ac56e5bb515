import type { Problem } from '../problem';
import type { ScimType } from '../scim/schema';
import type { EmptyPolicy, Target } from './model';
import type { Decorator, Rule } from './syntax';

/** A record without these is not sent, whatever the rule says: matching, sign-in name and enabling hang on them. */
const NEVER_EMPTY = new Set(['externalId', 'userName', 'active']);

const EMPTY_POLICIES: readonly EmptyPolicy[] = ['omit', 'null', 'blank', 'error'];

/** The names that `@type` takes, as the attribute list of a provisioning job has them. */
const TYPES = new Map<string, ScimType>([
  ['String', 'string'],
  ['Boolean', 'boolean'],
  ['Integer', 'integer'],
  ['Decimal', 'decimal'],
  ['DateTime', 'dateTime'],
  ['Reference', 'reference'],
  ['Binary', 'binary'],
]);

export interface DecoratorReading {
  readonly empty: EmptyPolicy;
  readonly type?: ScimType;
  readonly problems: readonly Problem[];
}

/** Whether an attribute of that path refuses the record when it is null. */
export function isNeverEmpty(target: Target | undefined): boolean {
  return target?.path.urn === undefined && NEVER_EMPTY.has(target?.path.attribute ?? '');
}

/** Reads `@empty(...)` and `@type(...)` of a rule. */
export function readDecorators(rule: Rule, target: Target | undefined): DecoratorReading {
  const problems: Problem[] = [];
  const fixed = isNeverEmpty(target);
  let empty: EmptyPolicy | undefined;
  let type: ScimType | undefined;
  const seen = new Set<string>();
  for (const decorator of rule.decorators) {
    const name = decorator.name.text;
    if (seen.has(name))
      problems.push(problem('mapping.duplicate-decorator', `@${name} stands twice on this rule.`, decorator));
    else if (name === 'empty') {
      empty = EMPTY_POLICIES.find((policy) => policy === onlyValue(decorator));
      if (empty === undefined)
        problems.push(
          problem('mapping.decorator-value', `@empty takes one of ${EMPTY_POLICIES.join(', ')}.`, decorator),
        );
      else if (fixed && empty !== 'error')
        problems.push(
          problem(
            'mapping.decorator-value',
            `A record without ${target?.path.attribute ?? ''} is never sent: only @empty(error) holds here.`,
            decorator,
          ),
        );
    } else if (name === 'type') {
      type = TYPES.get(onlyValue(decorator) ?? '');
      if (type === undefined)
        problems.push(
          problem('mapping.decorator-value', `@type takes one of ${[...TYPES.keys()].join(', ')}.`, decorator),
        );
      else if (target?.definition !== undefined)
        problems.push(
          problem(
            'mapping.decorator-value',
            `"${target.definition.name}" has its type from RFC 7643: @type is for attributes of custom schemas.`,
            decorator,
          ),
        );
    } else if (name !== '')
      problems.push(
        problem('mapping.unknown-decorator', `There is no decorator @${name}: @empty and @type are.`, decorator),
      );
    seen.add(name);
  }
  const policy = fixed ? 'error' : (empty ?? 'omit');
  return type === undefined ? { empty: policy, problems } : { empty: policy, type, problems };
}

function onlyValue(decorator: Decorator): string | undefined {
  return decorator.values.length === 1 && decorator.values[0]?.kind === 'word' ? decorator.values[0].text : undefined;
}

function problem(code: string, message: string, decorator: Decorator): Problem {
  return { code, severity: 'error', message, span: decorator.span };
}
