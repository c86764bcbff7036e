import type { JunkRule } from './rule.ts';

/** Comment forms, tag rows, copyright and publisher lines: what follows the last paragraph. */
export const comments: readonly JunkRule[] = [
  {
    id: 'junk/comment-form',
    takes: 'tail',
    needs: { end: true },
    text: /(?:Gửi )?(?:bình luận|lời bình|ý kiến)(?: của bạn| bài viết này| bạn đọc| phản hồi| (?:qua )?Facebook)?(?: ?\(\d{1,5}\))?:?|(?:Gửi|Viết|Thêm) (?:bình luận|ý kiến|phản hồi|nhận xét)(?: của bạn| mới)?|Bình luận bài viết(?: này)?|Không có bình luận|Chưa có (?:bình luận|lời bình)(?: nào)?\.?(?: .{0,60}(?:vui lòng|hãy|xin) đăng nhập\.?)?|Mã (?:xác thực|bảo vệ|xác nhận|an toàn|kiểm tra)(?: ?\(?\*\)?)?:?|Bạn không thể gửi bình luận liên tục.{0,120}|Nội dung (?:bình luận|ý kiến|phản hồi)(?: ?\(?\*\)?)?:?|Leave a (?:comment|reply)|Your email address will not be published.{0,80}|(?:Post|Add) (?:a )?comment|\d{1,5} (?:comments?|bình luận|ý kiến)|Comments? \(\d{1,5}\)|Vui lòng gõ tiếng Việt có dấu\.?/u,
    why: 'The form for readers’ comments begins after the last paragraph and is all labels.',
    source: 'Comment modules of NukeViet, WordPress and newspapers',
    drops: [
      'Gửi bình luận',
      'Bình luận Facebook:',
      '<p><b>Lời bình</b><br>Chưa có lời bình nào. Khách chưa được góp lời, xin <a href="/vao">đăng nhập</a>.</p>',
      '<p>Bình luận (0)</p><p>Họ và tên *</p><p>Mã xác thực</p>',
      'Your email address will not be published. Required fields are marked *',
    ],
    keeps: [
      '<table border="1"><tr><td>Nội dung</td><td>Ý kiến</td></tr><tr><td>Giữ cây đa đầu làng</td><td>Đồng ý</td></tr></table>',
      '<p><b>Ý kiến</b></p><p>Bà Hoa ở thôn Hạ cho rằng nên giữ lại cây đa đầu làng, vì đó là nơi cả ba thế hệ trong nhà vẫn ngồi hóng mát.</p>',
      'Bài hát nhận được ba nghìn bình luận chỉ sau một đêm.',
    ],
  },
  {
    id: 'junk/comment-name',
    takes: 'tail',
    needs: {
      end: true,
      beside:
        /(?:(?:Gửi|Viết|Thêm) )?(?:bình luận|ý kiến|phản hồi|nhận xét|comments?).{0,30}|Mã (?:xác thực|bảo vệ|xác nhận|an toàn|kiểm tra).{0,10}|Nội dung (?:bình luận|ý kiến|phản hồi).{0,10}/iu,
    },
    text: /Họ (?:và )?tên(?: của bạn)?(?: ?\(?\*\)?)?:?/u,
    why: 'A form for comments asks for the name first; forms and lists that an article prints ask for names too.',
    source: 'Comment modules of NukeViet and newspapers',
    drops: ['<p>Họ và tên *</p><p>Mã xác nhận</p>', '<p>Họ tên:</p><p>Nội dung bình luận</p>'],
    keeps: [
      '<p>Họ và tên người nhận quà được đọc trên loa.</p><p>Bình luận của bà con trong xóm</p>',
      '<p>Họ và tên:</p><p>Bình luận của thầy</p><p>Phiếu góp ý này được phát cho từng hộ trong thôn và thu lại vào tối chủ nhật, trước khi bà con họp bàn việc làm đường.</p>',
      '<p>Mẫu đơn xin học lớp xóa mù chữ:</p><p>Họ và tên:</p><p>Năm sinh:</p>',
      '<table border="1"><tr><td>Họ và tên</td><td>Ý kiến</td></tr><tr><td>Lò Thị Pành</td><td>Đồng ý</td></tr></table>',
    ],
  },
  {
    id: 'junk/tag-row',
    needs: { end: true },
    text: /(?:Tags?|Tag từ khó[aá]|Từ khó[aá]|Từ kh[oó][aá]|Keywords?|Schlagwörter|Chủ đề)(?: ?:.{0,400})?|(?:# ?[^#.!?]{2,50}){2,20}/u,
    why: 'The row of tags is a list of words, not a sentence of the article.',
    source: 'Newspaper templates, tag rows',
    drops: ['Từ khóa: đua thuyền, làng chài, lễ hội', '#đua thuyền # làng chài', 'Tags:'],
    keeps: [
      '<p>Chủ đề: biển đảo</p><p>Trại sáng tác năm nay đón mười hai họa sĩ trẻ, mỗi người ở lại đảo một tháng để vẽ cuộc sống của ngư dân.</p>',
      'Mục từ khóa giúp tìm nhanh hơn.',
    ],
  },
  {
    id: 'junk/feedback',
    needs: { end: true },
    text: /(?:(?:Bài viết|Thông tin|Nội dung|Trang|Câu trả lời)(?: (?:này|trên))? (?:có )?(?:hữu ích|giúp ích)(?: (?:với|cho|đối với) (?:bạn|quý vị))?(?: hay)? không|Bạn (?:thấy|đánh giá) (?:bài viết|thông tin|nội dung) (?:này )?(?:thế nào|có hữu ích không)|Was this (?:article|page|information) helpful) ?\?(?: ?(?:Có|Yes))?(?: ?(?:\||\/)? ?(?:Không|No))?/u,
    why: 'Under the text the reader is asked whether it was of use.',
    source: 'Feedback widgets of law portals and public service sites',
    drops: ['Bài viết có hữu ích với bạn không? Có Không', 'Thông tin này có giúp ích cho bạn không?'],
    keeps: [
      '<p>Bài viết có hữu ích với bạn không?</p><p>Cô giáo hỏi vậy sau mỗi tiết tập đọc, rồi để các em tự kể xem bài hôm nay nhắc các em nhớ đến ai trong làng mình.</p>',
      'Cô giáo hỏi: Bài viết có hữu ích với bạn không? Các em đều gật.',
    ],
  },
  {
    id: 'junk/copyright',
    needs: { end: true },
    text: /(?:(?:©|\(c\)|&copy;|Copyright|Bản quyền).{2,250})|(?:All rights reserved|Mọi quyền được bảo lưu).{0,120}|(?:Powered by|Designed by|Thiết kế (?:bởi|và phát triển)|Phát triển bởi).{2,160}|Cơ quan chủ quản ?:.{2,250}|(?:Giấy phép|GPTTĐT|GP) (?:thiết lập |số|hoạt động).{2,200}|Chịu trách nhiệm (?:chính|nội dung|xuất bản) ?:.{2,160}|Ghi rõ nguồn .{2,80} khi (?:phát hành lại|sử dụng|trích dẫn).{0,120}|(?:Trưởng ban biên tập|Tổng biên tập) ?:.{2,80}/u,
    why: 'The publisher’s line closes every page.',
    source: 'Footers of Vietnamese portals, as the press law asks',
    drops: [
      '© 2019 Cổng thông tin xã Đá Bạc',
      'Cơ quan chủ quản: UBND huyện Ba Sông',
      'Powered by NukeViet. Designed by Tổ tin học',
      'Bản quyền thuộc về nhà trường',
    ],
    keeps: [
      '<p>Bản quyền bài hát thuộc về gia đình nhạc sĩ.</p><p>Sáng cùng ngày, đại diện gia đình đã trao bản thảo gốc cho bảo tàng tỉnh để trưng bày trong phòng lưu niệm.</p>',
      'Ông nói giấy phép số 12 còn hiệu lực.',
    ],
  },
  {
    id: 'junk/updating',
    error: true,
    page: 'no-content-yet',
    needs: { end: true },
    text: /(?:(?:Nội dung|Dữ liệu|Tin|Thông tin|Bài viết|Chuyên mục|Trang)(?: này)? )?đang (?:được |trong quá trình )?(?:cập nhật|xây dựng|hoàn thiện)(?: dữ liệu| nội dung)?[.!…]{0,3}|Under construction\.?|Coming soon\.?/u,
    why: 'A page without text says that it is being written.',
    source: 'Empty categories of provincial portals',
    drops: ['Nội dung đang được cập nhật.', 'Đang cập nhật...'],
    keeps: [
      'Số liệu thiệt hại ở ba xã đang được cập nhật từng giờ, ban chỉ huy cho biết.',
      '<p>Đang cập nhật</p><p>Đến trưa nay, nước sông đã xuống dưới báo động hai và bà con bắt đầu dọn bùn trong nhà.</p>',
    ],
  },
  {
    id: 'junk/nothing-found',
    page: 'no-text',
    needs: { end: true },
    text: /Không (?:tìm thấy|có) (?:văn bản|dữ liệu|bản ghi|kết quả|bài viết|tin|nội dung|thông tin)(?: nào| phù hợp)?(?: để hiển thị)? ?[!.]{0,3}|No (?:results|records|data|posts|items)(?: were)?(?: found| to display)?[.!]?|Bài viết (?:này )?(?:không tồn tại|đã bị (?:xóa|gỡ))(?: hoặc .{3,60})?[.!]?/u,
    why: 'Lists and searches without a hit say so in the place of the text.',
    source: 'Document portlets of Liferay portals',
    drops: ['Không tìm thấy văn bản!', 'Không có dữ liệu'],
    keeps: [
      'Không tìm thấy văn bản gốc, đoàn phải dựa vào lời kể của các cụ.',
      '<p>Không có dữ liệu</p><p>Đó là câu trả lời mà nhóm nghiên cứu nhận được ở bảy trong mười xã được hỏi về chất lượng nước giếng.</p>',
    ],
  },
  {
    id: 'junk/readers-invited',
    needs: { end: true },
    text: /(?:(?<=^[\s•*-]{0,3})[^.?!]{5,80}\? )?(?:Xin )?[Mm]ời (?:các )?(?:bạn(?: đọc)?|độc giả|quý (?:vị|độc giả|bạn đọc)) (?:hãy )?(?:gửi|chia sẻ|để lại|đóng góp) (?:ý kiến|bình luận|cảm nghĩ|câu hỏi|nhận xét)(?: .{1,40})? (?:(?:theo|vào) mẫu|(?:ở|phía|bên) dưới|dưới đây|tại đây|về (?:địa chỉ|tòa soạn|hộp thư)|cho chúng tôi)(?!.{90}).*/u,
    why: 'Newspapers ask their readers under the last paragraph what they think, over the form for it.',
    source: 'National online newspapers of 2003 to 2010',
    drops: [
      'Bạn nghĩ gì về việc sửa cầu treo? Mời bạn gửi ý kiến cho chúng tôi theo mẫu dưới đây.',
      'Mời quý độc giả chia sẻ ý kiến về địa chỉ hộp thư của tòa soạn.',
    ],
    keeps: [
      '<p>Mời các bạn gửi ý kiến theo mẫu dưới đây.</p><p>Phiếu góp ý được phát cho từng hộ trong thôn và thu lại vào tối chủ nhật, trước khi bà con họp bàn việc làm đường qua đồi.</p>',
      'Mời bạn đọc chia sẻ ý kiến là cách tòa soạn nghe dân.',
      'Cuối trang có dòng “Mời bạn gửi ý kiến theo mẫu dưới đây”, nhưng mẫu đã hỏng.',
    ],
  },
];
