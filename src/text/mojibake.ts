/**
 * UTF-8 that was read as Windows-1252: two or three odd letters for each Vietnamese one, “viá»‡c” for “việc”. Source of a
 * pattern.
 */
export const mojibake =
  '(?:[ÃÂ][\\u0080-\\u00bf]|á[º»][\\u0080-\\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ä[\\u0090\\u0091‘ƒ]|Æ[°¡]|â€[œ\\u009d™“”¦]){1,200}';
