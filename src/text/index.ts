export {
  isSyllable,
  parseSyllable,
  type Syllable,
  splitTone,
  type Tone,
  toneNames,
  writeSyllable,
} from './syllable.ts';
