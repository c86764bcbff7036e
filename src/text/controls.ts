/**
 * Controls but for tabs and line ends, and marks of byte order: no output can hold them, and a terminal obeys some (ESC,
 * CSI).
 */
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFEFF]+/g;

/** A text without the controls that nobody typed. */
export const withoutControls = (text: string): string => text.replace(controls, '');
