/** Lower-case letters without their marks: “đường” → “duong”. */
export const bare = (letters: string): string => letters.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
