/**
 * Function words that never stand twice in a row. Left out: words that do (“từ từ”, “để để dành”, “cho cho con”).
 */
export const doubledWords = [
  'các',
  'của',
  'những',
  'và',
  'với',
  'được',
  'trong',
  'tại',
  'theo',
  'hoặc',
  'nhưng',
  'vì',
  'khi',
  'nếu',
  'đã',
  'sẽ',
  'đang',
  'này',
  'cũng',
  'một',
] as const;

/** What may follow two of them: “của của cải”, “trong trong sạch”. */
export const beginsWord = ['cải', 'sạch', 'trẻo', 'sáng', 'suốt', 'trắng', 'lành', 'vắt', 'veo'] as const;
