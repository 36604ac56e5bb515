/** The general categories of Unicode, in an arbitrary order: the index is the bit of a category in a mask. */
const CATEGORIES = [
  ...['Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Mc', 'Me', 'Nd', 'Nl', 'No', 'Zs', 'Zl', 'Zp', 'Cc'],
  ...['Cf', 'Cs', 'Co', 'Pc', 'Pd', 'Ps', 'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Cn'],
];

const TESTS = CATEGORIES.map((name) => new RegExp(`^\\p{General_Category=${name}}$`, 'u'));

/** A cache of the category of each code unit, plus one; 0 if it has not been looked up yet. */
const known = new Uint8Array(0x10000);

/** Every category: the complement of a mask is `ALL_CATEGORIES & ~mask`. */
export const ALL_CATEGORIES = 2 ** CATEGORIES.length - 1;

/**
 * The mask of a category as `\p{...}` names it, a single letter like `L` meaning all that begin with it; 0 for an
 * unknown name. .NET compares the name in exactly this case.
 */
export function categoryMask(name: string): number {
  let mask = 0;
  for (const [bit, category] of CATEGORIES.entries()) {
    if (category === name || (name.length === 1 && category.startsWith(name))) mask |= 1 << bit;
  }
  return mask;
}

/** Whether a code unit (not NaN) is of one of the categories. A surrogate is `Cs`, as in .NET. */
export function isOfCategory(unit: number, mask: number): boolean {
  const category = known[unit] ?? 0;
  return ((mask >>> ((category === 0 ? lookUpCategory(unit) : category) - 1)) & 1) === 1;
}

function lookUpCategory(unit: number): number {
  const text = String.fromCharCode(unit);
  const category = TESTS.findIndex((test) => test.test(text)) + 1;
  known[unit] = category;
  return category;
}
