import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import { problemOf } from '../../problems/problemKind';
import type { ScimType } from '../../scim/schema';
import { nearest } from '../../text/nearest';
import { decoratorProblems } from './decoratorProblems';
import type { EmptyPolicy, Target } from './model';
import type { Decorator, Rule } from '../syntax/syntax';

/** A record without one of these is never sent, because matching, the sign-in name and enabling depend on them. */
const NEVER_EMPTY = new Set(['externalId', 'userName', 'active']);

const EMPTY_POLICIES: readonly EmptyPolicy[] = ['omit', 'null', 'blank', 'error'];

/** The types of `@type`, as in the attribute list of a provisioning job. */
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

/** Whether a record is refused when the attribute is null, regardless of `@empty`. */
export function isNeverEmpty(target: Target | undefined): boolean {
  return target?.path.urn === undefined && NEVER_EMPTY.has(target?.path.attribute ?? '');
}

/**
 * Reads `@empty(...)` and `@type(...)` of a rule. Data of the problems: `values`, the possible arguments here (none:
 * remove the decorator); `replacement`, the probable name for the span.
 */
export function readDecorators(rule: Rule, target: Target | undefined): DecoratorReading {
  const problems: Problem[] = [];
  const fixed = isNeverEmpty(target);
  let empty: EmptyPolicy | undefined;
  let type: ScimType | undefined;
  const seen = new Set<string>();
  for (const decorator of rule.decorators) {
    const name = decorator.name.text;
    const report = (kind: ProblemKind, message: string, data?: Problem['data']) =>
      problems.push(problemOf(kind, decorator.span, message, data));
    if (seen.has(name)) report(decoratorProblems.duplicate, `Duplicate decorator @${name}.`);
    else if (name === 'empty') {
      empty = EMPTY_POLICIES.find((policy) => policy === onlyValue(decorator));
      if (empty === undefined)
        report(decoratorProblems.value, `@empty takes one of ${EMPTY_POLICIES.join(', ')}.`, {
          values: EMPTY_POLICIES,
        });
      else if (fixed && empty !== 'error')
        report(
          decoratorProblems.value,
          `A record without ${target?.path.attribute ?? ''} is never sent: only @empty(error) is allowed here.`,
          { values: ['error'] },
        );
    } else if (name === 'type') {
      type = TYPES.get(onlyValue(decorator) ?? '');
      if (type === undefined)
        report(decoratorProblems.value, `@type takes one of ${[...TYPES.keys()].join(', ')}.`, {
          values: [...TYPES.keys()],
        });
      else if (target?.definition !== undefined)
        report(
          decoratorProblems.value,
          `"${target.definition.name}" has a type fixed by RFC 7643: @type is only for attributes of custom schemas.`,
          { values: [] },
        );
    } else if (name !== '') {
      const meant = nearest(name, ['empty', 'type']);
      const data = meant === undefined ? undefined : { replacement: meant };
      const message = `Unknown decorator @${name}. Use @empty or @type.`;
      problems.push(problemOf(decoratorProblems.unknown, decorator.name.span, message, data));
    }
    seen.add(name);
  }
  const policy = fixed ? 'error' : (empty ?? 'omit');
  return type === undefined ? { empty: policy, problems } : { empty: policy, type, problems };
}

function onlyValue(decorator: Decorator): string | undefined {
  return decorator.values.length === 1 && decorator.values[0]?.kind === 'word' ? decorator.values[0].text : undefined;
}
