/** `%E1%BB%A9` → `ứ`; a part of an address whose escapes are of another encoding stays as it is. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
