import type { List } from './block.ts';

/** Where an ordered list begins to count, and in which direction. */
const stepOf = ({ reversed }: List): 1 | -1 => (reversed ? -1 : 1);

/** The number of each item of an ordered list. */
export function numbersOf(list: List): readonly number[] {
  const { start = 1, numbers, items } = list;
  return numbers ?? items.map((_, i) => start + i * stepOf(list));
}

/** Which items have another number than the one that follows on the item before. */
export function jumpsOf(list: List): readonly boolean[] {
  return numbersOf(list).map((number, i, numbers) => i > 0 && number !== numbers[i - 1]! + stepOf(list));
}

/** a … z, aa, ab …; there is no letter for zero. */
function letters(number: number): string {
  let out = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  return out;
}

const romans = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
});

/** i … mmmcmxcix; beyond them browsers print digits. */
function roman(number: number): string {
  if (number > 3999) return '';
  let rest = number;
  let out = '';
  for (const [sign, value] of romans) for (; rest >= value; rest -= value) out += sign;
  return out;
}

/** How a number is printed; '' where the system has no sign for it, and digits stand. */
const systems: Readonly<Record<NonNullable<List['numbering']>, (number: number) => string>> = {
  a: letters,
  A: (number) => letters(number).toUpperCase(),
  i: roman,
  I: (number) => roman(number).toUpperCase(),
};

/** What a browser prints before each item of an ordered list: `1.`, `b.`, `IV.`. */
export function listMarks(list: List): readonly string[] {
  const write = list.numbering && systems[list.numbering];
  return numbersOf(list).map((number) => `${write?.(number) || number}.`);
}
