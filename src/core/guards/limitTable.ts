import type { GuardLimits, Limit } from './guardLimits';

/** The unit of a limit: a percentage is from 0 to 100 and may have decimals; the others are integers. */
type LimitUnit = 'people' | 'percent' | 'requests';

/** A limit. Its name is the name of the setting and of the member in `limits.json`. */
export interface LimitKind {
  readonly unit: LimitUnit;
  readonly standard: number;
  /** Whether 0 turns the limit off and is the loosest value. Otherwise, a smaller value is always stricter. */
  readonly isOffAtZero?: boolean;
}

/** All limits by name. */
export const LIMITS = {
  'disable.type.count': { unit: 'people', standard: 20 },
  'disable.type.percent': { unit: 'percent', standard: 2 },
  'disable.stop.count': { unit: 'people', standard: 500 },
  'disable.stop.percent': { unit: 'percent', standard: 10 },
  'shrink.type': { unit: 'percent', standard: 10 },
  'shrink.stop': { unit: 'percent', standard: 50 },
  'create.type.count': { unit: 'people', standard: 100 },
  'create.type.percent': { unit: 'percent', standard: 10 },
  'change.type.count': { unit: 'people', standard: 20 },
  'change.type.percent': { unit: 'percent', standard: 50 },
  'change.stopIdentity': { unit: 'percent', standard: 1 },
  'empty.type': { unit: 'percent', standard: 5 },
  'empty.stop': { unit: 'percent', standard: 30 },
  'refuse.type': { unit: 'percent', standard: 1 },
  'refuse.stop': { unit: 'percent', standard: 10 },
  'damage.ask': { unit: 'percent', standard: 1 },
  callsPerDay: { unit: 'requests', standard: 2000 },
  pilot: { unit: 'people', standard: 5, isOffAtZero: true },
} as const satisfies Readonly<Record<string, LimitKind>>;

export type LimitName = keyof typeof LIMITS;

/** Limits that were set explicitly, by name. */
export type ChosenLimits = Readonly<Partial<Record<LimitName, number>>>;

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

export function limitKind(name: LimitName): LimitKind {
  return LIMITS[name];
}

export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name);
}

/** Whether a limit can have this value. */
export function isLimitValue(name: LimitName, value: unknown): value is number {
  if (typeof value !== 'number' || !(value >= 0)) return false;
  return limitKind(name).unit === 'percent' ? value <= 100 : Number.isSafeInteger(value);
}

/** The limits among some values; invalid values are left out. */
export function chosenLimits(valueOf: (name: LimitName) => unknown): ChosenLimits {
  const values = LIMIT_NAMES.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(values.filter(([name, value]) => isLimitValue(name, value)));
}

/** The limits in the form that guards use, with defaults for those that were not set. */
export function guardLimits(chosen: ChosenLimits = {}): GuardLimits {
  const of = (name: LimitName): number => chosen[name] ?? limitKind(name).standard;
  const both = (name: 'disable.type' | 'disable.stop' | 'create.type' | 'change.type'): Limit => ({
    count: of(`${name}.count`),
    percent: of(`${name}.percent`),
  });
  return {
    disable: { type: both('disable.type'), stop: both('disable.stop') },
    shrink: { type: of('shrink.type'), stop: of('shrink.stop') },
    create: { type: both('create.type') },
    change: { type: both('change.type'), stopIdentity: of('change.stopIdentity') },
    empty: { type: of('empty.type'), stop: of('empty.stop') },
    refuse: { type: of('refuse.type'), stop: of('refuse.stop') },
    damage: { ask: of('damage.ask') },
    callsPerDay: of('callsPerDay'),
    pilot: of('pilot'),
  };
}
