/** Writes a text as the letters of another one are written. */
export type LetterForm = (text: string) => string;

const shapes = /[\u0302\u0306\u031b]/;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const toned = /[àáãảạèéẻẽẹìíĩỉịòóõỏọùúũủụỳýỹỷỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/gi;

/** A letter with its shape, and its tone mark behind it, as the Vietnamese keyboard of Windows makes it. */
const tonesApart: LetterForm = (text) =>
  text.normalize('NFC').replace(/\p{L}/gu, (letter) => {
    const apart = letter.normalize('NFD');
    return apart.replace(tones, '').normalize('NFC') + (apart.match(tones)?.join('') ?? '');
  });

/**
 * How most of the letters with marks are written in a text: in one piece (NFC), in all their parts (NFD, as a Mac writes
 * names of files), or with the tone mark apart.
 */
export function letterFormOf(text: string): LetterForm {
  const apart = text.match(tones)?.length ?? 0;
  const whole = apart === 0 ? 0 : (text.match(toned)?.length ?? 0);
  if (apart <= whole) return (written) => written;
  return shapes.test(text) ? (written) => written.normalize('NFD') : tonesApart;
}
