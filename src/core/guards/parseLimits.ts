import { isJsonObject, readJson } from '../json/jsonValue';
import { firstMistake } from '../json/readJsonText';
import { LineIndex } from '../text/lineIndex';
import { nearest } from '../text/nearest';
import { visible } from '../text/visible';
import type { ChosenLimits, LimitName } from './limitTable';
import { isLimitName, isLimitValue, LIMIT_NAMES, limitKind } from './limitTable';

/** The limits in a file's text, or all its problems, each with a remedy. */
export function parseLimits(
  text: string,
): { readonly limits: ChosenLimits } | { readonly problems: readonly string[] } {
  const mistake = firstMistake(text);
  if (mistake !== undefined) {
    const { line, character } = new LineIndex(text).positionAt(mistake.span.start);
    return { problems: [`Line ${line + 1}, column ${character + 1}: ${mistake.message}`] };
  }
  const json = readJson(text);
  if ('error' in json || !isJsonObject(json.value))
    return { problems: ['It must be a JSON object of limits, such as { "disable.type.count": 20 }.'] };
  const entries = Object.entries(json.value);
  const problems = entries.flatMap(([name, value]) => problemOf(name, value) ?? []);
  return problems.length > 0 ? { problems } : { limits: Object.fromEntries(entries) };
}

function problemOf(name: string, value: unknown): string | undefined {
  if (!isLimitName(name)) {
    const meant = nearest(name, LIMIT_NAMES);
    const remedy = meant === undefined ? `Available: ${LIMIT_NAMES.join(', ')}.` : `Did you mean "${meant}"?`;
    return `Unknown limit "${visible(name, 60)}". ${remedy}`;
  }
  return isLimitValue(name, value) ? undefined : `"${name}" must be ${describeValues(name)}.`;
}

function describeValues(name: LimitName): string {
  return limitKind(name).unit === 'percent' ? 'a number from 0 to 100' : 'a whole number, 0 or greater';
}
