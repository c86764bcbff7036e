import { expect, test } from 'vitest';
import { findPoems } from '../../src/correct/careful.ts';

const found = (text: string): string[] => findPoems(text).map(({ start, end }) => text.slice(start, end).trim());

test.each([
  'Lom khom dưới núi tiều vài chú,\nLác đác bên sông chợ mấy nhà,\nNhớ nước đau lòng con quốc quốc,\nThương nhà mỏi miệng cái gia gia.',
  'Ao thu lạnh lẽo nước trong veo,\nMột chiếc thuyền câu bé tẻo teo.\nSóng biếc theo làn hơi gợn tí,\nLá vàng trước gió sẽ đưa vèo.',
])('a poem stays one where verses end sentences: %s', (text) => {
  expect(found(text)).toEqual([text]);
  expect(found(`Thơ cũ còn chép lại như sau, theo bản của ông đồ già trong làng.\n\n${text}`)).toEqual([text]);
});

test.each([
  'Trời hôm nay rất đẹp.\nBà con ra đồng sớm.\nTrẻ em đến trường đông.\nChợ xã họp từ sáng.',
  'Tin vui của xã nhà\nBà con ra đồng sớm.\n\nTrẻ em đến trường đông.\n\nChợ xã họp từ sáng.',
])('sentences of prose are no poem: %s', (text) => {
  expect(found(text)).toEqual([]);
});
