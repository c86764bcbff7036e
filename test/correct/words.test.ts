import { describe, expect, test } from 'vitest';
import { correct } from '../../src/correct/index.ts';
import { applyEdits, invertEdits } from '../../src/model/index.ts';

const fixed = (text: string, options = {}): string => correct(text, options).text;

describe('certain slips', () => {
  test.each([
    ['Xã tập trung phát triến kinh tế hộ gia đình.', 'Xã tập trung phát triển kinh tế hộ gia đình.'],
    ['Cán bộ hướng dần người dân nộp hồ sơ trực tuyến.', 'hướng dẫn người dân'],
    ['Kết quả học tập tăng đáng kế so với năm trước.', 'đáng kể so với'],
    ['Nhà trường đã sữ dụng nguồn kinh phí hợp lý.', 'sử dụng nguồn kinh phí'],
    ['Nghành giáo dục tổ chức hội thi giáo viên giỏi.', 'Ngành giáo dục'],
    ['Đoàn kiêm tra làm việc với Ban giám hiệu nhà trường.', 'Đoàn kiểm tra'],
    ['HỘI NGHỊ TỔNG KẾT CÔNG TÁC PHÁT TRIẾN ĐẢNG VIÊN', 'PHÁT TRIỂN ĐẢNG VIÊN'],
    ['Người dân dduwowjc hướng dẫn tận tình.', 'Người dân được hướng dẫn'],
    ['Gia đình anh thoát nghèo nhowf mạnh dạn vay vốn.', 'thoát nghèo nhờ mạnh dạn'],
    ['Chúc mừng năm moiws tới toàn thể cán bộ.', 'năm mới tới'],
    ['Xã đã nhận đơn khiếu nại, tố cáo, kiếu nghị của bà con.', 'kiến nghị của bà con'],
    ['Các tổ chức cần phối hợp để phục vụ phh́at triển kinh tế.', 'phục vụ phát triển'],
    ['Đoàn đã làm việc với các đơn vị hậu cắn của quân khu.', 'hậu cần'],
    ['Dự án đầu tư xây dṇg trường học được khởi công.', 'xây dựng trường học'],
    ['Theø báo cáo của xã, bà con đã gặt xong.', 'Theo báo cáo'],
    ['Uÿ ban nhân dân tỉnh họp phiên thường kỳ.', 'Ủy ban nhân dân'],
    ['Sở Gáo dục và Đào tạo đã có văn bản.', 'Sở Giáo dục'],
    ['Gia đình ủng hộ Bênh viện huyện mười chiếc giường.', 'ủng hộ Bệnh viện huyện'],
    ['Trạm y tế xã có từ na9m 1998.', 'có từ năm 1998'],
    ['Theo Hiến pháp, Quộc hội quyết định việc này.', 'Hiến pháp, Quốc hội quyết định'],
    ['V/vtăng cường vệ sinh trường học', 'V/v tăng cường vệ sinh'],
    ['Các em nhớ đeo khấu trang khi tới lớp, rửa tay và đeo khẩu trang đúng cách.', 'nhớ đeo khẩu trang khi'],
    ['Đoàn do ổng Hoàng Trung Hải dẫn đầu.', 'do ông Hoàng Trung Hải'],
    ['Hơn 95 triệu người bản ngữ trển toàn cầu nói tiếng này.', 'bản ngữ trên toàn cầu'],
    ['Lậptức cả đội lên đường.', 'Lập tức cả đội'],
    ['Ông Hùynh Tấn Lực phát biểu tại hội nghị.', 'Ông Huỳnh Tấn Lực'],
    ['Mưa lớn kéo dài, đác biết là ở miền núi, đã gây ngập.', 'đặc biệt là ở miền núi'],
  ])('%j', (given, wanted) => {
    expect(fixed(given)).toContain(wanted);
  });

  test('a word beside a slip is judged beside what was meant', () => {
    expect(fixed('Chúng tôi trân trong cám on quý vị.')).toBe('Chúng tôi trân trọng cám ơn quý vị.');
  });

  test('of two corrections of neighbours that explain the same slip only one is made', () => {
    const { text, suggestions } = correct('Mặt sân bong tróc, nức nẻ trong khi cỏ đã lâu không chăm sóc.');
    expect(text).toBe('Mặt sân bong tróc, nứt nẻ trong khi cỏ đã lâu không chăm sóc.');
    expect(suggestions.map(({ before, after }) => `${before} → ${after}`)).toEqual(['cỏ → cô']);
  });

  test('an edit tells its rule, its probability and the counts behind it', () => {
    const [edit] = correct('Xã tập trung phát triến kinh tế hộ gia đình.').edits;
    expect(edit).toMatchObject({ rule: 'typo/tone', field: 'text', before: 'triến', after: 'triển' });
    expect(edit?.confidence).toBeGreaterThan(0.95);
    expect(edit?.why).toMatch(/^“phát triển” \d+ : “phát triến” \d+$/);
  });
});

describe('what is right stays', () => {
  test.each([
    'Anh Tuân lấy bằng giỏi, chị Hoa bình tĩnh trả lời, ông Tiên tiến về phía cửa.',
    'Thằng bé lỳ lợm, lỳ đòn nhất nhà, mùng một mới được lỳ xì.',
    'Quán phục vụ beef steak trên tầng mái, biển đề Roof Garden, khách ngồi xem nước chảy qua reef.',
    'Giữa chiếu, ông cầm chịch gõ ba tiếng trống.',
    'Bài then có câu: slương căn kha pây lỉn, noọng ơi.',
    'Trời tối sầm, sấm ì ầm, chớp nhoang nhoáng trên đầu.',
    'Ngoài sân, chiếc máy tuốt lúa chạy xành xạch suốt buổi chiều.',
    'Ça dépend des saisons, dit-il, même dans les hautes vallées.',
    'Hom nay toi di cho mua rau va thit ca. Troi mua rat to, cac em hoc sinh den truong som de chuan bi cho buoi le khai giang.',
    'Bà con vô rẫy từ sớm, gởi lại bầy gà cho hàng xóm, ai cũng mừng nhứt nhà.',
    'Hồi nẳm nước lớn, bà nội dành giụm từng lon gạo cho cả xóm.',
    'Nhà thơ hòa giọng, nhạc sĩ hoà âm; lí lẽ hay lý lẽ đều được.',
    'Ông Đinh Kpă Tơng và bà Y Ngông Niê Kđăm ở buôn Đắk Rlấp.',
    'Truy cập https://chuyendoiso.truong.edu.vn/huong-dan hoặc gửi về phat.trien@truong.edu.vn.',
    'Nguyễn Thị Thu Hà, Trần Hữu Tĩnh, Lê Doãn Kiên, Phạm Vĩ nhận giấy khen.',
    'The school has won several prizes for its website design.',
    'L’école a été fondée en 1923 près du marché; der Lehrer grüßt die Schüler.',
    'Họ nhảy lên capo xe, đăng icon rồi mở file trên web.',
    'Bà Lê Thị Bênh viết thư cho con gái.',
    'Thẻ có ký hiệu ta9x dùng được một lần.',
    'Tỉnh hỗ trợ lãi suất cho các kho cấp đông2, đồng thời xử lý nạn mua bán. Bà con2 ngồi kín sân đình, ai đi qua1 cũng nhìn.',
    'Hai nhà vật lý Leó Szilárd và Eugene Wigner tới thăm ông.',
    'Cửa hàng nhận chở ximăng bằng rơmoóc, bán sơmi ở kiốt đầu chợ.',
    'Con chẫu chàng ngồi bên bờ ao, kêu suốt đêm mưa.',
    'Năm nay xã được chọn làm điểm, nhiều hộ mở nhà nghỉ cho khách.',
    'Thư viện có thơ của Juan Ramón, mỗi tập nặng nửa kilô.',
    'Cửa hàng sửa xe côn. Xe côn cũ, xe côn mới, xe côn nhỏ đều nhận. Ai có xe côn thì tới.',
    'Chữ cái ớtiếng Việt có từ bao giờ?',
    'Mấy khúc gỗ mục ruỗng nằm bên bờ suối.',
    'Máy của trường gắn thêm cạc âm thanh và cạc xử lý tín hiệu.',
    'Hôm qua tao gặp nó trên bển, nay nó lên miệt trển bán chiếu.',
    'Ra ngoải mua giùm gói trà, đồ để trỏng hết rồi.',
    'Ổng nói chuyện với bả suốt buổi.',
    'Hai thôn nối nhau bằng lối mòn mà bà con vẫn lội bộ qua.',
    'Bọn trẻ ngồi xệp xuống sân đình nghe kể chuyện.',
    'Mẹ mua hai bìa đậu phụ nhự về nấu canh.',
    'Công tác phòng bệnh đã tiến bộ vượt bực.',
    'Bọn trẻ còn chưa biết làm gì thì đột nhiên thầy Dumas xuất hiện.',
    'Độ sáng giảm theo cos mũ bốn của góc nhìn.',
    'Hai bên thỏa thuận ngưng bắn từ nửa đêm hôm qua.',
    'Chọn mục xuất bảng tính được định dạng sẵn ra tập tin.',
    'Anh Khoàng Văn Van là người Cống ở Mường Tè.',
    'Anh Thoàng Văn Van là người Cống ở Mường Tè. Thoàng Văn Van hát rất hay.',
    'Nó gào lên: “khôôông, emm ơiii”, rồi chạy vào nhà.',
    'Ánh',
    'Bài cũ của ông Lưu:\nTrêi m\u00ada to, thî c\u00ada gç.',
    'đối',
    'ỦY BAN NHÂN DÂN XÃ PHÚ LÂM THÔNG BÁO LỊCH TIẾP CÔNG DÂN THÁNG 3',
    'abc xyz 123, 3.000,5 kg; 07:30; 12/10/2009; mau_so_01.docx; #chuyendoiso',
  ])('%j', (text) => {
    expect(correct(text)).toMatchObject({ text, edits: [] });
  });

  test("a user's words", () => {
    const text = 'Xã tập trung phát triến kinh tế hộ gia đình.';
    expect(fixed(text, { words: ['phát triến'] })).toBe(text);
    expect(fixed(text, { words: ['Kẻ-Bàng', 'a.b (c)', 'phát triến'] })).toBe(text);
  });
});

describe('the document is evidence', () => {
  test('a digit at a word is a key where the document was typed with the keys of VNI', () => {
    const slip = 'Ai đi qua1 nhanh rồi cũng hối hận.';
    expect(fixed(slip)).toBe(slip);
    expect(fixed(`Trạm y tế xã có từ na9m 1998, xây theo nghi5 quyết, lo2ng dân ưng. ${slip}`)).toContain(
      'đi quá nhanh',
    );
  });
  const often = 'Tỉnh đẩy mạnh chuyển đổi số. Huyện cũng chuyển đổi số. Xã bắt đầu chuyển đổi số. ';
  test('a form that the document uses elsewhere is likelier', () => {
    const slip = 'Ban chỉ đạo chuyển đối số họp mỗi quý.';
    const confidence = (text: string): number =>
      [...correct(text).edits, ...correct(text).suggestions].find(({ before }) => before === 'đối')?.confidence ?? 0;
    expect(confidence(often + slip)).toBeGreaterThanOrEqual(confidence(slip));
    expect(fixed(often + slip)).toBe(`${often}Ban chỉ đạo chuyển đổi số họp mỗi quý.`);
  });
});

describe('levels', () => {
  const text = 'Các em được chơi các các trò chơi dân gian. Xã tập trung phát triến kinh tế.';
  test('safe applies what is certain and suggests the likely, all applies both', () => {
    const safe = correct(text);
    const all = correct(text, { level: 'all' });
    expect(safe.edits.every(({ confidence }) => confidence >= 0.95)).toBe(true);
    expect(safe.suggestions.map(({ rule }) => rule)).toContain('typo/repeated-word');
    expect(all.edits.map(({ rule }) => rule)).toContain('typo/repeated-word');
    expect(applyEdits(text, all.edits)).toBe(all.text);
    expect(applyEdits(all.text, invertEdits(all.edits))).toBe(text);
  });
  test('all changes nothing otherwise than safe does', () => {
    const text = [
      'Nhiều ý kiến đóng ghóp tâm huyết.',
      'Mổi người dân là một chiến sĩ.',
      'Bệnh viện đa khoa tỉnh vừa tiếp nhận hai ca cấp cúu.',
      'Xin vui lòng liên hệ số điện thọai sau.',
      'Công ty TNHH một thành viên cấp thóat nước.',
    ].join('\n');
    expect(correct(text, { level: 'all' }).edits).toEqual(expect.arrayContaining([...correct(text).edits]));
  });
});
