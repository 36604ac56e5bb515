/** Values that a member of a kept file may have, the first an example, and values that it may not have. */
interface RequiredSamples<T> {
  readonly good: readonly [T, ...T[]];
  readonly bad: readonly unknown[];
}

/** The same of a member that may be absent. */
interface OptionalSamples<T> extends RequiredSamples<T> {
  readonly isOptional: true;
}

/** Samples for each member of a type: types refuse a table that forgets a member, or whether it may be absent. */
export type SamplesOf<T> = {
  readonly [Name in keyof T]-?: Partial<Pick<T, Name>> extends Pick<T, Name>
    ? OptionalSamples<Exclude<T[Name], undefined>>
    : RequiredSamples<T[Name]>;
};

type AnySamples = Readonly<Record<string, RequiredSamples<unknown> & { readonly isOptional?: true }>>;

export const anyText: RequiredSamples<string> = { good: ['Zoë', ''], bad: [null, 1, true, {}, ['Zoë']] };

export const anyFlag: RequiredSamples<boolean> = { good: [true, false], bad: [null, 0, 'true', {}, [true]] };

export const anyNumber: RequiredSamples<number> = { good: [21, -1.5, 0], bad: [null, '21', true, {}, [21]] };

export const anyCount: RequiredSamples<number> = {
  good: [1, 0, Number.MAX_SAFE_INTEGER],
  bad: [null, '1', true, {}, [1], -1, 1.5, 2 ** 53],
};

const DIGITS = '0123456789abcdef'.repeat(4);
export const anyHash: RequiredSamples<string> = {
  good: [DIGITS],
  bad: [
    ...[null, 1, true, {}, [DIGITS], ''],
    ...[DIGITS.toUpperCase(), DIGITS.slice(1), `${DIGITS}0`, `x${DIGITS}`, `${DIGITS.slice(1)}g`, `${DIGITS}\n`],
  ],
};

const TIME = '2026-11-28T20:48:06.250Z';
export const anyTime: RequiredSamples<string> = {
  good: [TIME, '2026-11-28T21:48:06+01:00'],
  bad: [null, Date.parse(TIME), true, {}, [TIME], '', 'yesterday', '2026-11-28', `${TIME}x`, '2026-13-28T20:48:06Z'],
};

/** One of these texts; types refuse a list that forgets one. */
export function anyOf<T extends string>(texts: Readonly<Record<T, true>>): RequiredSamples<T> {
  const [first, ...others] = Object.keys(texts) as T[];
  if (first === undefined) throw new Error('no text');
  return { good: [first, ...others], bad: [null, 1, true, {}, [first], '', 'something else', first.toUpperCase()] };
}

export function optional<T>(samples: RequiredSamples<T>): OptionalSamples<T> {
  return { ...samples, isOptional: true };
}

export function anyList<T>({ good, bad }: RequiredSamples<T>): RequiredSamples<readonly T[]> {
  return { good: [good, []], bad: [null, 'x', 1, {}, ...bad.map((each) => [good[0], each])] };
}

export function anyRecord<T>({ good, bad }: RequiredSamples<T>): RequiredSamples<Readonly<Record<string, T>>> {
  const all = Object.fromEntries(good.map((each, index) => [`${index}`, each]));
  return { good: [all, {}], bad: [null, 'x', 1, good, ...bad.map((each) => ({ first: good[0], second: each }))] };
}

/** Objects with all members, without each that may be absent and without all of those, and with each value that a member may have. */
export function anyObject<T extends object>(samples: SamplesOf<T>): RequiredSamples<T> {
  const members = Object.entries(samples as AnySamples);
  const whole = Object.fromEntries(members.map(([name, { good }]) => [name, good[0]]));
  const least = members.filter(([, { isOptional }]) => isOptional !== true).map(([name]) => [name, whole[name]]);
  const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([each]) => each !== name));
  const good = members.flatMap(([name, { good: values, isOptional }]) => [
    ...values.map((value) => ({ ...whole, [name]: value })),
    ...(isOptional === true ? [without(name)] : []),
  ]);
  const bad = members.flatMap(([name, { bad: values, isOptional }]) => [
    ...values.map((value) => ({ ...whole, [name]: value })),
    ...(isOptional === true ? [] : [without(name)]),
  ]);
  const objects = [whole, Object.fromEntries(least), { ...whole, unheardOf: null }, ...good];
  return { good: objects as unknown as [T, ...T[]], bad: [null, 'x', 1, [], [whole], {}, ...bad] };
}
