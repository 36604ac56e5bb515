import { toFields } from '../../expression/dotnet/dates/instant';
import type { DateTime } from '../../expression/dotnet/dates/instant';
import { parseDateTime } from '../../expression/dotnet/dates/parseDateTime';
import type { Value } from '../../expression/value';
import { asText, isDateTime, isList } from '../../expression/value';
import type { AttributeFlow } from '../job/compiledJob';
import type { Refusal } from '../directory/refusal';
import { severalValues, valueOfWrongType } from '../directory/refusal';
import type { TargetValue } from '../directory/targetValue';
import { foldText, targetText } from '../directory/targetValue';

type Target = Pick<AttributeFlow, 'target' | 'type' | 'isMultivalued' | 'caseExact'>;

/** A value converted for its target attribute; the value is `undefined` for a list without elements. */
export type FlowConversion = { readonly value: TargetValue | undefined } | { readonly refusal: Refusal };

/**
 * Converts a value, which must not be absent, to the type that the schema gives the target. Which texts the service
 * converts is not documented: approximated.
 */
export function convertFlowValue(value: Value, target: Target): FlowConversion {
  if (!isList(value)) {
    const single = convertSingle(value, target);
    return target.isMultivalued && 'value' in single ? { value: asList(single.value) } : single;
  }
  if (target.isMultivalued) return { value: value.length === 0 ? undefined : [...new Set(value)] };
  if (value.length > 1) return { refusal: severalValues(target.target) };
  const [only] = value;
  return only === undefined ? { value: undefined } : convertSingle(only, target);
}

function asList(value: TargetValue | undefined): TargetValue | undefined {
  return value === undefined ? undefined : [targetText(value)];
}

function convertSingle(value: Value, { target, type }: Target): FlowConversion {
  const text = asText(value) ?? '';
  const wrong = (what: string): FlowConversion => ({ refusal: valueOfWrongType(target, what) });
  switch (type) {
    case 'Boolean':
      return /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === 'true' } : wrong('Boolean');
    case 'Integer':
      return /^-?[0-9]{1,19}$/.test(text) ? { value: BigInt(text) } : wrong('Integer');
    case 'DateTime': {
      const instant = isDateTime(value) ? value : parseDateTime(text);
      return instant === undefined ? wrong('DateTime') : { value: isoText(instant) };
    }
    default:
      return { value: text };
  }
}

/** `2021-05-01T05:00:00Z`. Source: Graph, user: times are ISO 8601 in UTC. */
function isoText(instant: DateTime): string {
  const { year, month, day, hour, minute, second } = toFields(instant);
  const digits = (number: number, width: number): string => String(number).padStart(width, '0');
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}Z`;
}

/** Whether two values are equal, so that nothing is written. Source: Graph, attributeDefinition (`caseExact`). */
export function isSameValue(target: Target, left: TargetValue | undefined, right: TargetValue): boolean {
  if (left === undefined) return false;
  const [before, after] = [keysOf(target, left), keysOf(target, right)];
  return before.length === after.length && before.every((key) => after.includes(key));
}

function keysOf(target: Target, value: TargetValue): readonly string[] {
  if (typeof value === 'object') return [...new Set(value.map((each) => keyOf(target, each)))];
  return [keyOf(target, targetText(value))];
}

function keyOf({ type, caseExact }: Target, text: string): string {
  if (type === 'DateTime') {
    const instant = parseDateTime(text);
    return instant === undefined ? text : isoText(instant);
  }
  return caseExact && type !== 'Boolean' ? text : foldText(text);
}
