import { describe, expect, it } from 'vitest';
import { confusions, pairsOf } from '../../src/correct/confusions/index.ts';
import { correct } from '../../src/index.ts';

const pairs = confusions.flatMap(pairsOf);

describe('words that people confuse', () => {
  it.each(confusions)('corrects every pair of $id', (group) => {
    const missed = pairsOf(group).filter(
      ([wrong, right]) => correct(`Đề nghị nêu rõ: ${wrong}.`).text !== `Đề nghị nêu rõ: ${right}.`,
    );
    expect(missed).toEqual([]);
  });

  it.each(confusions)('leaves what only looks like a pair of $id', ({ leaves }) => {
    for (const sentence of leaves) expect(correct(sentence, { level: 'all' }).text).toBe(sentence);
  });

  it('leaves the right word of every pair', () => {
    const changed = pairs.filter(
      ([, right]) => correct(`Đề nghị nêu rõ: ${right}.`).text !== `Đề nghị nêu rõ: ${right}.`,
    );
    expect(changed).toEqual([]);
  });

  it('corrects a heading in capitals and leaves a name', () => {
    expect(correct('TẦN XUẤT LÀM VIỆC CỦA CÁC TỔ').text).toBe('TẦN SUẤT LÀM VIỆC CỦA CÁC TỔ');
    expect(correct('Lễ khai giảng ở huyện đảo. Ảnh: CHÍ TUỆ').text).toContain('CHÍ TUỆ');
    expect(correct('HỘI THI CHÍ TUỆ TRẺ').text).toBe('HỘI THI TRÍ TUỆ TRẺ');
    expect(correct('Ông gặp lại bạn là Cao Trương Trình ở quê.').text).toContain('Trương Trình');
  });

  it('sees that a sentence begins after a short name', () => {
    expect(correct('Cả đoàn đã sang Mỹ. Mặt dù trời mưa, ai cũng vui.').text).toContain('Mỹ. Mặc dù');
    expect(correct('Bài của Th. Mai về miền núi.', { level: 'all' }).text).toContain('Th. Mai');
  });

  it('keeps the writer’s own words', () => {
    expect(correct('Cửa hàng bán dàn giáo cũ.', { words: ['dàn'] }).text).toBe('Cửa hàng bán dàn giáo cũ.');
  });
});
