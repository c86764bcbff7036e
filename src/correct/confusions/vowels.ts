import type { Confusion } from './confusion.ts';

export const vowels: Confusion = {
  id: 'vowels',
  why: 'Vowels that sound alike in parts of the country, or are mistaken for one another when typed.',
  pairs: `
    chóng lại → chống lại, chóng đối → chống đối, chống đuối → chống đối, phòng chóng → phòng chống,
    nhanh chống → nhanh chóng, chống mặt → chóng mặt, ngôi sau → ngôi sao, theo đổi → theo đuổi, chết đối → chết đuối,
    điều đặn → đều đặn, đều khiển → điều khiển, đều kiện → điều kiện, đều hành → điều hành, đều trị → điều trị,
    đều tra → điều tra, đều chỉnh → điều chỉnh, đều này → điều này, đều đó → điều đó, đều gì → điều gì,
    đều lệ → điều lệ, năng cao → nâng cao, năng cấp → nâng cấp, nâng lượng → năng lượng, nâng lực → năng lực,
    đọc giả → độc giả, đọc đáo → độc đáo, đọc lập → độc lập, đọc quyền → độc quyền, đọc thân → độc thân,
    đọc hại → độc hại, thăm quan → tham quan, thăm gia → tham gia, trưng bài → trưng bày, trình bài → trình bày,
    tay nạn → tai nạn, tay tiếng → tai tiếng, tay ương → tai ương, thai đổi → thay đổi, thai thế → thay thế,
    mai mắn → may mắn, cầu vòng → cầu vồng, cục sống → cuộc sống, lực chọn → lựa chọn, mong muống → mong muốn,
    tìm năng → tiềm năng, tìm ẩn → tiềm ẩn, tìm kiến → tìm kiếm, ghi ngờ → nghi ngờ, nghi nhớ → ghi nhớ,
    thặng dự → thặng dư, khả quang → khả quan`,
  leaves: [
    'Gia đình thăm gia đình bạn ở huyện bên.',
    'Mọi người đều hành động vì cộng đồng.',
    'Học sinh có kỹ năng cao được khen.',
    'Nhóm tìm kiến thức mới trong sách.',
  ],
};
