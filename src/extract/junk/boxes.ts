import type { JunkRule } from './rule.ts';

/** Boxes that portals set around and into the text: links, polls, dictionaries, mail, log-in. */
export const boxes: readonly JunkRule[] = [
  {
    id: 'junk/link-box',
    takes: 'box',
    needs: { end: true },
    text: /(?:Các )?(?:Liên kết (?:web(?:site)?|trang(?: web)?|giáo dục|hữu ích|ngoài|nhanh)|Website (?:liên kết|các đơn vị)|Trang liên kết)|-{1,3} ?(?:Chọn liên kết|Liên kết web(?:site)?|Chọn web ?site) ?-{1,3}|Chọn web ?site|Từ điển trực tuyến|Tra từ:?|Từ điển:?|Hộp (?:mail|thư(?: điện tử| công vụ| góp ý)?)|Thư điện tử|Thống kê(?: truy cập)?|Quảng cáo(?:[ –-]+Tuyên truyền.{0,30})?|Video(?: ?clips?)?(?: home)?|Thư viện (?:ảnh|video|hình ảnh)|(?:Hình )?ảnh hoạt động|Tin ảnh|Trao đổi (?:thông tin|TT) với cử tri|Lịch công tác(?: tuần)?|Thông báo mới|Đường dây nóng|Hỏi đáp trực tuyến|Câu hỏi mới nhất|Tiếp dân|Số lượt (?:truy cập|đang online)/u,
    why: 'Headings of the side boxes; where the body is a whole column of a layout table, they are in it.',
    source: 'ASP.NET, SharePoint and DotNetNuke portals of provinces',
    drops: [
      'Liên kết website',
      '--- Chọn liên kết ---',
      '<div><b>Từ điển trực tuyến</b><div>Tra từ:</div></div>',
      'THƯ VIỆN VIDEO',
      'Trao Đổi TT Với Cử Tri',
    ],
    keeps: [
      '<h3>Thư viện ảnh</h3><p>Phòng đọc mới trưng bày hơn hai trăm bức ảnh chụp làng chài từ những năm đầu sau ngày thống nhất đất nước.</p>',
      'Quảng cáo sai sự thật bị phạt nặng.',
    ],
  },
  {
    id: 'junk/poll',
    takes: 'box',
    text: /Thăm dò(?: ý kiến| dư luận)?|Biểu quyết|Bình chọn(?: ngay)?|Xem kết quả(?: bình chọn)?|Kết quả bình chọn|Bạn (?:đánh giá|thấy|nghĩ|biết)[^.!]{4,100}(?:website|trang web|cổng thông tin|giao diện|trang tin)[^.!?]{0,40}\?/u,
    why: 'Opinion polls about the portal itself stand beside the text.',
    source: 'nukeviet/nukeviet modules/voting',
    drops: [
      '<div><b>Thăm dò ý kiến</b><p>Bạn thấy giao diện trang web này thế nào?</p><p>Rất tốt</p></div>',
      'Biểu quyết',
    ],
    keeps: ['Thăm dò ý kiến cho thấy bảy phần mười người dân ủng hộ.', 'Hội nghị biểu quyết.'],
  },
  {
    id: 'junk/login',
    takes: 'box',
    neverTitle: true,
    needs: { end: true },
    text: /Đăng nhập(?: hệ thống| tài khoản| thành viên)?|Tên (?:đăng nhập|truy cập|tài khoản):?|Mật khẩu:?|Quên mật khẩu\??|Ghi nhớ(?: đăng nhập)?|Đăng ký (?:thành viên|tài khoản)|Bạn chưa đăng nhập(?: hệ thống)?\.?|Username:?|Password:?|Remember me|Forgot (?:your )?password\??|Log ?in/u,
    page: 'login-wall',
    why: 'The log-in box is a form without a reader.',
    source: 'Log-in modules of Joomla, NukeViet and DotNetNuke',
    drops: ['<div><p>Tên đăng nhập</p><p>Mật khẩu</p><p>Quên mật khẩu?</p></div>'],
    keeps: [
      '<h3>Đăng nhập</h3><p>Bước đầu tiên, phụ huynh mở ứng dụng và nhập số điện thoại đã đăng ký với nhà trường từ đầu năm học.</p>',
      'Mật khẩu phải có ít nhất tám ký tự.',
    ],
  },
  {
    id: 'junk/newsletter',
    takes: 'box',
    needs: { end: true },
    text: /Đăng ký nhận (?:tin|bản tin|thông báo)(?: mới)?(?: qua e-?mail)?|Nhận bản tin|Subscribe(?: to (?:our|the) newsletter)?|Sign up for (?:our|the) .{0,30}newsletter|Newsletter/u,
    why: 'Forms that ask for an e-mail address follow the text.',
    source: 'Newspaper and blog templates',
    drops: ['Đăng ký nhận bản tin qua email', 'Subscribe to our newsletter'],
    keeps: [
      '<h3>Newsletter</h3><p>Từ mượn này ngày càng quen thuộc với các tòa soạn, và bài này kể lại cách một tờ báo huyện làm bản tin đầu tiên.</p>',
      'Đăng ký nhận tin qua email giúp bà con biết lịch cắt nước.',
    ],
  },
];
