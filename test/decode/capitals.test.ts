import { describe, expect, test } from 'vitest';
import { raiseAmongCapitals, raiseFirstLetters } from '../../src/text/index.ts';

describe('capitals that TCVN3 does not have', () => {
  test.each([
    ['CộNG HOà XÃ HộI', 'CỘNG HOÀ XÃ HỘI'],
    ['TàI LIệU Và GIấY Tờ', 'TÀI LIỆU VÀ GIẤY TỜ'],
    ['XÂY DựNG NHà ở CHO CÔNG NHÂN', 'XÂY DỰNG NHÀ Ở CHO CÔNG NHÂN'],
  ])('%s', (decoded, meant) => {
    expect(raiseAmongCapitals(decoded)).toBe(meant);
  });

  test.each(['Bà UBND xã mời', 'Tà áo dài bay', 'ở UBND huyện', 'Hà Nội mùa thu', 'số 12 ở phố Huế'])(
    '%s stays',
    (text) => {
      expect(raiseAmongCapitals(text)).toBe(text);
    },
  );

  test('names and first words', () => {
    expect(raiseFirstLetters('tàu đi từ ấn Độ, châu á và úc', false)).toBe('tàu đi từ Ấn Độ, châu Á và Úc');

    expect(raiseFirstLetters('Trời tạnh. ở bến, đò đã đông.', false)).toBe('Trời tạnh. Ở bến, đò đã đông.');
    expect(raiseFirstLetters('Đò đã đông khách. ảnh: Bùi Lê', false)).toBe('Đò đã đông khách. Ảnh: Bùi Lê');
    expect(raiseFirstLetters('Nước lên!\n   ở bến đã vắng.', false)).toBe('Nước lên!\n   Ở bến đã vắng.');
    expect(raiseFirstLetters('Đò, bến; ảnh: Bùi Lê', false)).toBe('Đò, bến; ảnh: Bùi Lê');
    expect(raiseFirstLetters('Sửa xong đ. ảnh), ổ gà', false)).toBe('Sửa xong đ. ảnh), ổ gà');
    expect(raiseFirstLetters(' ảnh: Bùi Lê', false, 'Đò đã đông khách.')).toBe(' Ảnh: Bùi Lê');
    expect(raiseFirstLetters('ảnh: Bùi Lê', false, 'Đò đã đông khách, ')).toBe('ảnh: Bùi Lê');
    expect(raiseFirstLetters('ủy ban họp sáng nay', true)).toBe('Ủy ban họp sáng nay');
    expect(raiseFirstLetters('ở xa, ấn tượng vẫn còn', false)).toBe('ở xa, ấn tượng vẫn còn');
  });
});
